package io.countersign.domain.rule;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.WITHDRAW;
import static io.countersign.domain.testing.Samples.alice;
import static io.countersign.domain.testing.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.finding.Verdict;
import io.countersign.domain.request.Endpoint;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointAllowedRuleTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, /sapi/v1/capital/withdraw/apply,  PASS", // listed
        "GET,  /sapi/v1/capital/withdraw/apply,  REJECT", // the path with another method
        "post, /sapi/v1/capital/withdraw/apply,  REJECT", // methods have capital letters
        "POST, /sapi/v1/capital/withdraw/apply/, REJECT", // one octet more
        "POST, /sapi/v1/capital/withdraw/Apply,  REJECT", // another letter
        "POST, /api/v3/order,                    REJECT", // never heard of
    })
    void onlyWhatIsListedIsAllowed(String method, String path, Verdict expected) {
        EndpointAllowedRule rule = new EndpointAllowedRule(Set.of(WITHDRAW));

        assertThat(rule.evaluate(withdrawal(1, "1")
                                .on(new Endpoint(method, path))
                                .input(alice(), NOON))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void anEmptyListAllowsNothing() {
        assertThat(new EndpointAllowedRule(Set.of())
                        .evaluate(withdrawal(1, "1").input(alice(), NOON))
                        .verdict())
                .isEqualTo(Verdict.REJECT);
    }
}
