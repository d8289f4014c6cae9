package io.countersign.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.settings.StartException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void bothRolesCanBeNamed() {
        assertThat(Role.all(List.of("gateway", " relay"))).containsExactly(Role.GATEWAY, Role.RELAY);
    }

    @Test
    void aProcessWithoutARoleDoesNotStart() {
        assertThatThrownBy(() -> Role.all(List.of()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.roles");
    }

    @Test
    void aMisspelledRoleIsNamed() {
        assertThatThrownBy(() -> Role.all(List.of("gatway")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("gatway");
    }
}
