package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.schema.claims.Claim;
import io.countersign.schema.claims.Released;
import io.countersign.wire.message.ClaimMessage;

/** Values of the topic of claims. */
public final class ClaimMapping {

    public static final AvroMapping<ClaimMessage, Claim> AVRO =
            new AvroMapping<>(Claim.class, Claim.getClassSchema(), ClaimMapping::toAvro, ClaimMapping::fromAvro);

    private ClaimMapping() {}

    private static Claim toAvro(ClaimMessage message) {
        return switch (message) {
            case ClaimMessage.Asked asked ->
                new Claim(ControlMapping.AVRO.toAvro().apply(asked.control()));
            case ClaimMessage.Released released ->
                new Claim(new Released(
                        released.account().value(), released.connection().fingerprint(), released.grant()));
        };
    }

    private static ClaimMessage fromAvro(Claim avro) {
        return switch (avro.getClaim()) {
            case io.countersign.schema.controls.Control control ->
                new ClaimMessage.Asked(ControlMapping.AVRO.fromAvro().apply(control));
            case Released released ->
                new ClaimMessage.Released(
                        new AccountId(released.getAccountId()),
                        new ConnectionId(released.getConnection()),
                        released.getGrant());
            default -> throw new IllegalArgumentException("unknown claim");
        };
    }
}
