package io.countersign.replay.verify;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.replay.spill.Form;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The state of an audit on disk: the account as the engine stores it, and the events that are owed as the journal has them. */
final class AuditForm implements Form<AuditState> {

    private final StoreCodec<StoredAccount> accounts = new StoreCodec<>("spilled accounts", StateMapping.AVRO);
    private final TopicCodec<JournalMessage> events = new TopicCodec<>(Topics.JOURNAL, new SingleObjectFraming());

    @Override
    public byte[] encode(AuditState state) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            Account account = state.account;
            Octets lastHash = state.lastHash;
            boolean whole = !state.broken && account != null && lastHash != null;
            out.writeBoolean(whole);
            if (whole && account != null && lastHash != null) {
                out.writeBoolean(state.unjudged);
                out.writeBoolean(state.lost);
                out.writeInt(state.partition);
                out.writeLong(state.offset);
                write(out, accounts.encode(new StoredAccount(account, state.sequence, lastHash)));
                out.writeInt(state.owed.size());
                for (AccountEvent each : state.owed) {
                    write(out, events.encode(new JournalMessage(account.id(), 0, lastHash, each)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        return octets.toByteArray();
    }

    @Override
    public AuditState decode(String key, byte[] octets) {
        AuditState state = new AuditState(key);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            state.broken = !in.readBoolean();
            if (!state.broken) {
                state.unjudged = in.readBoolean();
                state.lost = in.readBoolean();
                state.partition = in.readInt();
                state.offset = in.readLong();
                StoredAccount stored = accounts.decode(read(in));
                state.account = stored.account();
                state.sequence = stored.sequence();
                state.lastHash = stored.lastHash();
                for (int left = in.readInt(); left > 0; left--) {
                    state.owed.add(event(read(in)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("corrupt store of spilled accounts", e);
        }
        return state;
    }

    @Override
    public int weight(AuditState state) {
        Account account = state.account;
        return account == null ? Memory.USUAL_REQUESTS : Memory.weightOf(account);
    }

    private AccountEvent event(byte[] octets) {
        return switch (events.read(octets)) {
            case Read.Value<JournalMessage> some -> some.value().event();
            case Read.Unreadable<JournalMessage> none ->
                throw new IllegalStateException("corrupt store of spilled accounts: " + none.reason());
        };
    }

    private static void write(DataOutputStream out, byte[] octets) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] octets = new byte[in.readInt()];
        in.readFully(octets);
        return octets;
    }
}
