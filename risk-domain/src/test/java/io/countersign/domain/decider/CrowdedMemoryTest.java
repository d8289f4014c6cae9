package io.countersign.domain.decider;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.evaluate;
import static io.countersign.domain.testing.Samples.outcome;
import static io.countersign.domain.testing.Samples.requestId;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks as fast as they may must not make an account too large, and must not make it forget too early. */
class CrowdedMemoryTest {

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final int READS = 1_500;

    /** What is kept beside the request that is decided now. */
    private static final int MOST = 1_000;

    @ParameterizedTest(name = "{0} later, told {1}: {2} are remembered")
    @CsvSource({
        "PT2M,         DONE, 1501", // a signature may live
        "PT2M0.001S,   DONE, 1001", // it lapsed
        "PT2M0.001S,       , 1501", // an outcome may come
        "PT10M,            , 1501",
        "PT10M0.001S,      , 1001", // no relay tells it any more
    })
    void theLastThousandAreKeptAndWhatMayStillMatter(Duration later, @Nullable OutcomeClass told, int remembered) {
        Account account = reads(alice(), told);

        Account after = Samples.after(account, POLICY, evaluate(RequestSample.balances(READS + 1), NOON.plus(later)));

        assertThat(after.activity().decided()).hasSize(remembered);
        assertThat(after.activity().decided()).containsKeys(requestId(READS), requestId(READS + 1));
    }

    @Test
    void whatCountsIsKeptHoweverOldItIs() {
        Account withdrew = Samples.after(alice(), POLICY, evaluate(withdrawal(READS + 2, "10"), NOON));

        Account after = Samples.after(
                reads(withdrew, OutcomeClass.DONE),
                POLICY,
                evaluate(RequestSample.balances(READS + 1), NOON.plus(Duration.ofMinutes(30))));

        assertThat(after.activity().decided()).hasSize(MOST + 1).containsKey(requestId(READS + 2));
    }

    private static Account reads(Account account, @Nullable OutcomeClass told) {
        Account next = account;
        for (int n = 1; n <= READS; n++) {
            next = Samples.after(next, POLICY, evaluate(RequestSample.balances(n), NOON));
            if (told != null) {
                next = Samples.after(next, POLICY, outcome(n, told, NOON));
            }
        }
        return next;
    }
}
