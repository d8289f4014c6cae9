package io.countersign.wire.mapping;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.AccountId;
import io.countersign.schema.state.AccountState;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import java.nio.ByteBuffer;

/** Values of the engine's account store. */
public final class StateMapping {

    public static final AvroMapping<StoredAccount, AccountState> AVRO = new AvroMapping<>(
            AccountState.class, AccountState.getClassSchema(), StateMapping::toAvro, StateMapping::fromAvro);

    private StateMapping() {}

    private static AccountState toAvro(StoredAccount stored) {
        Account account = stored.account();
        AccountState.Builder state = AccountState.newBuilder()
                .setAccountId(account.id().value())
                .setSequence(stored.sequence())
                .setLastHash(stored.lastHash().toBuffer());
        StandingMapping.put(state, account.standing());
        ActivityMapping.put(state, account.activity());
        ConfirmationMapping.put(state, account.confirmations(), account.policies());
        Octets key = stored.dataKey();
        return state.setDataKey(key == null ? null : key.toBuffer()).build();
    }

    private static StoredAccount fromAvro(AccountState avro) {
        Account account = new Account(
                new AccountId(avro.getAccountId()),
                StandingMapping.fromAvro(avro),
                ActivityMapping.fromAvro(avro),
                ConfirmationMapping.confirmations(avro),
                ConfirmationMapping.policies(avro));
        ByteBuffer key = avro.getDataKey();
        return new StoredAccount(
                account, avro.getSequence(), Octets.of(avro.getLastHash()), key == null ? null : Octets.of(key));
    }
}
