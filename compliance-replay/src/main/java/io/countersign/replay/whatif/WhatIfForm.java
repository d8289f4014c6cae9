package io.countersign.replay.whatif;

import io.countersign.replay.spill.Form;
import io.countersign.replay.verify.Memory;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;

/** The state of an account under the other policy on disk. */
final class WhatIfForm implements Form<WhatIfState> {

    private final StoreCodec<StoredAccount> accounts = new StoreCodec<>("spilled accounts", StateMapping.AVRO);

    @Override
    public byte[] encode(WhatIfState state) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeLong(state.refused);
            out.writeUTF(state.refusedValue.toString());
            out.writeLong(state.approved);
            out.writeUTF(state.approvedValue.toString());
            out.write(accounts.encode(new StoredAccount(state.account, 0, Octets.EMPTY)));
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        return octets.toByteArray();
    }

    @Override
    public WhatIfState decode(String key, byte[] octets) {
        WhatIfState state = new WhatIfState(key);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            state.refused = in.readLong();
            state.refusedValue = new BigDecimal(in.readUTF());
            state.approved = in.readLong();
            state.approvedValue = new BigDecimal(in.readUTF());
            state.account = accounts.decode(in.readAllBytes()).account();
        } catch (IOException e) {
            throw new IllegalStateException("corrupt store of spilled accounts", e);
        }
        return state;
    }

    @Override
    public int weight(WhatIfState state) {
        return Memory.weightOf(state.account);
    }
}
