package io.countersign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessCatalogTest {
    private final SandboxSettings settings =
            SandboxSettings.defaults().in(Path.of("/data")).on(new Ports(100));

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "ENGINE", "GATEWAY"})
    void everyApplicationListensOnLoopbackAlone(Role role) {
        assertThat(command(settings, role)).contains("-Dquarkus.http.host=127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "ENGINE", "GATEWAY"})
    void everyHeapIsBounded(Role role) {
        assertThat(command(settings, role)).anyMatch(option -> option.startsWith("-Xmx"));
    }

    @Test
    void theSecondEngineHasItsOwnPortAddressAndState() {
        SandboxSettings two = settings.withEngines(2);

        assertThat(command(two, Role.ENGINE_2))
                .contains(
                        "-Dquarkus.http.port=8184",
                        "-Dcountersign.engine.advertised=127.0.0.1:8184",
                        "-Dcountersign.engine.state-dir=/data/risk-engine-2",
                        "-Dcountersign.engine.standby-replicas=1");
        assertThat(command(settings, Role.ENGINE)).contains("-Dcountersign.engine.standby-replicas=0");
    }

    @Test
    void theEngineHasNoKeyThatOpensARequest() {
        assertThat(command(settings, Role.ENGINE))
                .noneMatch(option -> option.contains("relay-seal") || option.contains("gateway-answer"));
    }

    @Test
    void theGatewayHasNoKeyThatSignsADecision() {
        assertThat(command(settings, Role.GATEWAY)).noneMatch(option -> option.contains("engine-sign.private"));
    }

    @Test
    void theRelaySendsToTheStandIn() {
        assertThat(command(settings, Role.GATEWAY)).contains("-Dcountersign.relay.binance-url=http://127.0.0.1:8190");
    }

    @Test
    void anOptionOfTheCallerComesAfterOurs() {
        List<String> command = command(settings.withJvmOptions(Role.ENGINE, "-Dquarkus.http.port=1"), Role.ENGINE);

        assertThat(command).containsSubsequence("-Dquarkus.http.port=8182", "-Dquarkus.http.port=1", "-jar");
    }

    private static List<String> command(SandboxSettings settings, Role role) {
        return new ProcessCatalog(settings).describe(role).command();
    }
}
