package io.countersign.gateway.rate;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.config.GatewayConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often each account, and each API key of it, may ask this gateway. Only who has shown a token is counted, and only an API key
 * that is theirs: nobody fills the memory with names, and nobody uses up another's rate.
 */
public final class Rates {

    private final Buckets<AccountId> accounts;
    private final Buckets<ConnectionId> connections;
    private final Buckets<AccountId> reads;
    private final Buckets<AccountId> changes;

    public Rates(GatewayConfig.Rates config) {
        this(config, null);
    }

    /** With a clock of one's own; null for the machine's. */
    Rates(GatewayConfig.Rates config, @Nullable TimeMeter clock) {
        int most = config.buckets();
        this.accounts = new Buckets<>(config.accountPerSecond(), config.accountBurst(), most, clock);
        this.connections = new Buckets<>(config.connectionPerSecond(), config.connectionBurst(), most, clock);
        this.reads = new Buckets<>(config.readsPerSecond(), config.readsBurst(), most, clock);
        this.changes = new Buckets<>(config.changesPerSecond(), config.changesBurst(), most, clock);
    }

    /** One signed request of {@code account}, with {@code own}, an API key that is bound to it; empty when it may go on. */
    public Optional<Problem> request(AccountId account, Optional<ConnectionId> own) {
        Bucket shared = accounts.of(account);
        Optional<Problem> refused = take(shared, "the account's signed requests", accounts.perSecond());
        if (refused.isPresent() || own.isEmpty()) {
            return refused;
        }
        refused = take(connections.of(own.get()), "this API key's signed requests", connections.perSecond());
        if (refused.isPresent()) {
            shared.addTokens(1);
        }
        return refused;
    }

    /** One question to the native API. */
    public Optional<Problem> read(AccountId account) {
        return take(reads.of(account), "the account's questions", reads.perSecond());
    }

    /** One change through the native API. */
    public Optional<Problem> change(AccountId account) {
        return take(changes.of(account), "the account's changes", changes.perSecond());
    }

    private static Optional<Problem> take(Bucket bucket, String what, int perSecond) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        Problem problem = Problem.of(
                ProblemType.TOO_MANY_REQUESTS,
                "%s: %d a second are allowed, and what had been saved up is used; nothing was done, send it again later"
                        .formatted(what, perSecond));
        return Optional.of(problem.with("Retry-After", seconds(probe.getNanosToWaitForRefill())));
    }

    /** Never 0, on which clients send again at once. */
    private static String seconds(long nanos) {
        return Long.toString(Duration.ofNanos(nanos).toSeconds() + 1);
    }
}
