package io.countersign.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The policy document of the tests: 100 USDT in one transfer, 250 in a day. */
public final class TestPolicies {

    private TestPolicies() {}

    public static String yaml() {
        try (InputStream in = TestPolicies.class.getResourceAsStream("/policy.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
