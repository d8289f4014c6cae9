package io.countersign.role;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.countersign.wire.settings.StartException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryDumpsTest {

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void aProcessThatKeepsItsMemoryToItselfStarts() {
        assertThatNoException().isThrownBy(MemoryDumps::requireNone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HeapDumpOnOutOfMemoryError", "HeapDumpBeforeFullGC", "HeapDumpAfterFullGC"})
    void oneThatWouldWriteItToAFileDoesNot(String option) {
        machine.setVMOption(option, "true");
        try {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(MemoryDumps::requireNone)
                    .withMessageContaining(option);
            assertThatExceptionOfType(ConfigurationException.class)
                    .as("whatever the role")
                    .isThrownBy(() -> Role.RELAY.start(() -> {}))
                    .withMessageContaining(option);
        } finally {
            machine.setVMOption(option, "false");
        }
    }
}
