package io.countersign.sandbox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theUsualPortsAreThoseOfTheDocuments() {
        assertThat(new Ports(0).named())
                .containsEntry("relay-gateway", 8080)
                .containsEntry("registry", 8081)
                .containsEntry("risk-engine", 8082)
                .containsEntry("token-issuer", 8085)
                .containsEntry("stand-in", 8090)
                .containsEntry("stand-in-control", 8091)
                .containsEntry("kafka", 9092)
                .containsEntry("kafka-controller", 9093);
    }

    @Test
    void noTwoListenersShareAPort() {
        assertThat(new Ports(0).named().values()).doesNotHaveDuplicates();
    }

    @Test
    void theOffsetShiftsEveryPort() {
        Ports usual = new Ports(0);
        Ports shifted = new Ports(100);

        usual.named().forEach((name, port) -> assertThat(shifted.named()).containsEntry(name, port + 100));
    }

    @Test
    void anOffsetBeyondTheLastPortIsRefused() {
        assertThatThrownBy(() -> new Ports(60_000)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> new Ports(-1)).isInstanceOf(SandboxException.class);
    }

    @Test
    void aPortThatSomebodyListensOnIsNotFree() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }
}
