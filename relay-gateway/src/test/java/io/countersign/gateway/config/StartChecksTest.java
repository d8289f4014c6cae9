package io.countersign.gateway.config;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.countersign.wire.settings.StartException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {

    private static final Map<String, String> GOOD = Map.of(
            "mp.jwt.verify.publickey.location", "http://issuer.test/jwks",
            "mp.jwt.verify.publickey.algorithm", "ES256,RS256",
            "mp.jwt.verify.issuer", "https://issuer.test",
            "mp.jwt.verify.audiences", "countersign",
            "mp.jwt.verify.clock.skew", "30");

    @Test
    void whatIsCompletePasses() {
        assertThatNoException().isThrownBy(() -> check(GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp.jwt.verify.publickey.location",
                "mp.jwt.verify.publickey.algorithm",
                "mp.jwt.verify.issuer",
                "mp.jwt.verify.audiences"
            })
    void nothingOfATokenMayGoUnchecked(String setting) {
        Map<String, String> without = new HashMap<>(GOOD);
        without.remove(setting);

        refused(without, setting);
    }

    @ParameterizedTest
    @CsvSource({
        "mp.jwt.verify.publickey.algorithm, HS256",
        "mp.jwt.verify.publickey.algorithm, none",
        "mp.jwt.verify.publickey.algorithm, 'ES256,HS512'",
        "mp.jwt.verify.clock.skew, 0",
        "mp.jwt.verify.clock.skew, -1",
        "mp.jwt.verify.clock.skew, 61",
        "mp.jwt.verify.publickey.location, file:/nowhere/keys.json"
    })
    void whatWouldLetOthersPassStopsTheStart(String setting, String value) {
        Map<String, String> changed = new HashMap<>(GOOD);
        changed.put(setting, value);

        refused(changed, setting);
    }

    private static void refused(Map<String, String> settings, String named) {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> check(settings))
                .withMessageStartingWith(named + ":");
    }

    private static void check(Map<String, String> settings) {
        StartChecks.requireTokenSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
