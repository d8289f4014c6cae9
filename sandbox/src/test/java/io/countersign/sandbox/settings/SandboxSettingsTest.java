package io.countersign.sandbox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SandboxSettingsTest {
    @Test
    void thereIsOneOfEachAndNoRelayOfItsOwnUnlessMoreAreAskedFor() {
        assertThat(SandboxSettings.defaults().roles())
                .containsExactlyInAnyOrder(
                        Role.BROKER, Role.REGISTRY, Role.STAND_IN, Role.ISSUER, Role.ENGINE, Role.GATEWAY);
        assertThat(SandboxSettings.defaults()
                        .withBrokers(3)
                        .withEngines(2)
                        .withRelays(2)
                        .roles())
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void numbersThatMakeNoSystemAreRefused() {
        assertThatThrownBy(() -> SandboxSettings.defaults().withBrokers(2)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> SandboxSettings.defaults().withEngines(3)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> SandboxSettings.defaults().withRelays(3)).isInstanceOf(SandboxException.class);
    }
}
