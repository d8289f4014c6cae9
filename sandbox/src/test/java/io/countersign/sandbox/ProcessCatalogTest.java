package io.countersign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessCatalogTest {
    private final SandboxSettings settings =
            SandboxSettings.defaults().in(Path.of("/data")).on(new Ports(100));

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "ENGINE", "RELAY", "GATEWAY"})
    void everyApplicationListensOnLoopbackAlone(Role role) {
        assertThat(command(settings, role)).contains("-Dquarkus.http.host=127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "ENGINE", "RELAY", "GATEWAY"})
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
    void aGatewayBesideRelaysCanNeitherOpenASealNorSend() {
        SandboxSettings apart = settings.withRelays(2);

        assertThat(command(apart, Role.GATEWAY))
                .contains("-Dcountersign.roles=gateway")
                .noneMatch(option -> option.contains("relay-seal.private") || option.contains("binance-url"));
        assertThat(command(apart, Role.RELAY_2))
                .contains(
                        "-Dcountersign.roles=relay",
                        "-Dquarkus.http.port=8187",
                        "-Dcountersign.relay.binance-url=http://127.0.0.1:8190")
                .noneMatch(option -> option.contains("gateway-answer.private") || option.contains("mp.jwt"));
    }

    @Test
    void everyServiceKnowsEveryBroker(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("sandbox/target/lib"));
        SandboxSettings three = SandboxSettings.of(
                        settings.files(), home.toString(), settings.ports().offset())
                .withBrokers(3);

        assertThat(command(three, Role.ENGINE))
                .contains("-Dcountersign.kafka.bootstrap-servers=127.0.0.1:9192,127.0.0.1:9194,127.0.0.1:9196");
        assertThat(command(three, Role.BROKER_2))
                .containsSequence("/data/kafka-2", "2", "9192/9193,9194/9195,9196/9197");
    }

    @Test
    void anOptionOfTheCallerComesAfterOurs() {
        List<String> command = command(settings.withJvmOptions(Role.ENGINE, "-Dquarkus.http.port=1"), Role.ENGINE);

        assertThat(command).containsSubsequence("-Dquarkus.http.port=8182", "-Dquarkus.http.port=1", "-jar");
    }

    @Test
    void optionsOfTheCallerAddUp() {
        SandboxSettings twice = settings.withJvmOptions(Role.ENGINE, "-Da=1").withJvmOptions(Role.ENGINE, "-Db=2");

        assertThat(command(twice, Role.ENGINE)).containsSubsequence("-Da=1", "-Db=2", "-jar");
    }

    @Test
    void onlyWhoAsksForAFastStartDoesWithoutTheOptimisingCompiler() {
        assertThat(command(settings, Role.ENGINE)).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(command(settings.startingFast(), Role.ENGINE)).contains("-XX:TieredStopAtLevel=1");
        assertThat(command(settings.startingFast(), Role.GATEWAY)).contains("-XX:TieredStopAtLevel=1");
    }

    private static List<String> command(SandboxSettings settings, Role role) {
        return new ProcessCatalog(settings).describe(role).command();
    }
}
