package io.countersign.role;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.countersign.wire.settings.StartException;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Stops a process that would write its heap to a file by itself: API keys, signatures and private keys stand there in the clear. */
final class MemoryDumps {

    private static final List<String> OPTIONS =
            List.of("HeapDumpOnOutOfMemoryError", "HeapDumpBeforeFullGC", "HeapDumpAfterFullGC");

    private MemoryDumps() {}

    static void requireNone() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (String option : OPTIONS) {
            if (machine != null && isOn(machine, option)) {
                throw new StartException("-XX:+%s: leave it out; a dump of the heap would hold API keys and signatures"
                        .formatted(option));
            }
        }
    }

    private static boolean isOn(HotSpotDiagnosticMXBean machine, String option) {
        try {
            return Boolean.parseBoolean(machine.getVMOption(option).getValue());
        } catch (IllegalArgumentException e) {
            return false; // This machine does not have it.
        }
    }
}
