package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.testing.RequestSample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferUnderstoodRuleTest {

    @ParameterizedTest(name = "moves funds {0}, transfer known {1}: {2}")
    @CsvSource({
        "true,  true,  PASS", // understood
        "true,  false, REJECT", // it moves what nobody could read
        "false, false, PASS", // it only reads
        "false, true,  PASS", // the caps judge it all the same
    })
    void whatMovesFundsMustTellWhich(boolean movesFunds, boolean known, Verdict expected) {
        @Nullable Transfer transfer = known ? withdrawal(1, "1").transfer() : null;
        RequestSample request = withdrawal(1, "1").movingFunds(movesFunds).moving(transfer);

        assertThat(new TransferUnderstoodRule()
                        .evaluate(request.input(alice(), NOON))
                        .verdict())
                .isEqualTo(expected);
    }
}
