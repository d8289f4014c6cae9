package io.countersign.engine.query;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.Confirmations;
import io.countersign.domain.account.Connection;
import io.countersign.domain.account.Standing;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.engine.query.AccountBody.AddressBody;
import io.countersign.engine.query.AccountBody.ConfirmationBody;
import io.countersign.engine.query.AccountBody.ConnectionBody;
import io.countersign.engine.query.AccountBody.FreezeBody;
import io.countersign.wire.keys.ExchangeKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people have set on an account, as JSON. */
final class StandingMapper {

    private StandingMapper() {}

    static List<AddressBody> addresses(Account account, Policy policy) {
        Duration coolingOff = policy.bookOf(account).rules().stream()
                .filter(AddressBookRule.class::isInstance)
                .map(rule -> ((AddressBookRule) rule).coolingOff())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return account.standing().addressBook().entrySet().stream()
                .map(each -> new AddressBody(
                        each.getKey().network(),
                        each.getKey().address(),
                        each.getKey().tag(),
                        each.getValue(),
                        each.getValue().plus(coolingOff)))
                .toList();
    }

    static List<ConnectionBody> connections(Standing standing) {
        return standing.connections().entrySet().stream()
                .map(each -> new ConnectionBody(
                        each.getKey().fingerprint(),
                        kind(each.getValue()),
                        each.getValue().boundAt()))
                .toList();
    }

    static List<FreezeBody> freezes(List<Freeze> freezes) {
        return freezes.stream().map(StandingMapper::freeze).toList();
    }

    static List<ConfirmationBody> confirmations(Confirmations confirmations, Instant now) {
        return confirmations.byIntent().values().stream()
                .filter(each -> each.isAlive(now))
                .map(StandingMapper::confirmation)
                .toList();
    }

    private static ConfirmationBody confirmation(Confirmation each) {
        return new ConfirmationBody(each.id().value(), each.askedAt(), each.expiresAt(), each.confirmedBy());
    }

    private static FreezeBody freeze(Freeze freeze) {
        return new FreezeBody(
                freeze.id().value(),
                scope(freeze.scope()),
                of(freeze.scope()),
                freeze.reason(),
                freeze.placedBy(),
                freeze.at(),
                freeze.until());
    }

    private static String scope(FreezeScope scope) {
        return switch (scope) {
            case FreezeScope.Everything everything -> "EVERYTHING";
            case FreezeScope.OfEndpoints endpoints -> "ENDPOINTS";
            case FreezeScope.OfAsset asset -> "ASSET";
        };
    }

    private static @Nullable String of(FreezeScope scope) {
        return switch (scope) {
            case FreezeScope.Everything everything -> null;
            case FreezeScope.OfEndpoints endpoints -> endpoints.endpoints().name();
            case FreezeScope.OfAsset asset -> asset.asset().code();
        };
    }

    private static String kind(Connection connection) {
        String key = connection.publicKey();
        if (key == null) {
            return "HMAC";
        }
        return ExchangeKey.read(key).map(known -> known.kind().name()).orElse("UNUSABLE");
    }
}
