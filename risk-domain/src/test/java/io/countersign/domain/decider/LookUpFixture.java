package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.after;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.withdrawal;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.LookUpSample;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Request 1 is a withdrawal of 40 USDT whose outcome is unknown; requests from 2 on ask Binance about it. */
final class LookUpFixture {

    static final Policy POLICY = SamplePolicy.version(1);
    static final LookUpRules RULES = POLICY.lookUps();
    static final Instant DEADLINE = NOON.plusSeconds(5);
    static final Instant OVER = DEADLINE.plus(RULES.margin());
    static final Instant EARLIEST = DEADLINE.minus(Duration.ofMinutes(2));
    static final Instant TAKEN = NOON.plusSeconds(1);
    static final RequestSample REQUEST = withdrawal(1, "40").until(DEADLINE);
    static final Account UNKNOWN = Stream.of(2, 3, 4, 5, 6)
            .reduce(
                    after(alice(), POLICY, evaluate(REQUEST, NOON), outcome(1, OutcomeClass.UNKNOWN, NOON)),
                    (account, n) -> after(account, POLICY, evaluate(RequestSample.balances(n), NOON)),
                    (one, other) -> one);

    private LookUpFixture() {}

    static DecidedRequest first(Account account) {
        return Objects.requireNonNull(account.activity().decided().get(requestId(1)));
    }

    static Object counted(Account account) {
        return Objects.requireNonNull(
                account.activity().exposure().sum(Amount.zero(POLICY.quote()), SamplePolicy.DAY, NOON, each -> true));
    }

    static LookUpResult result(Account account, LookUpSample lookUp) {
        return AccountDecider.decide(lookUp.answering(2), account, Policies.only(POLICY)).stream()
                .filter(RequestLookedUp.class::isInstance)
                .map(each -> ((RequestLookedUp) each).result())
                .findFirst()
                .orElseThrow();
    }

    static String kinds(Account account, LookUpSample lookUp) {
        return kinds(account, lookUp, 2);
    }

    static String kinds(Account account, LookUpSample lookUp, long n) {
        return String.join(
                " ",
                AccountDecider.decide(lookUp.answering(n), account, Policies.only(POLICY)).stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
    }
}
