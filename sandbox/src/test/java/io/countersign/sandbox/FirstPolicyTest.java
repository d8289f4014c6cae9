package io.countersign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.policy.PolicyYaml;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstPolicyTest {
    @Test
    void theFirstPolicyCanBeRead() throws Exception {
        try (InputStream document = FirstPolicyTest.class.getResourceAsStream("/policy.yaml")) {
            Policy policy = PolicyYaml.parse(1, new String(document.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(policy.version()).isEqualTo(1);
            assertThat(policy.base().rules()).isNotEmpty();
        }
    }
}
