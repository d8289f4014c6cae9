package io.countersign.bench.report;

import io.vertx.core.impl.launcher.commands.VersionCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** Where figures were taken: without it they mean nothing. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    static Map<String, Object> describe() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("cpu", first(CPU, "model name"));
        facts.put("memory", first(MEMORY, "MemTotal"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        return facts;
    }

    /** What of others' work was measured. */
    static Map<String, Object> versions() {
        return Map.of("kafka", AppInfoParser.getVersion(), "vertx", VersionCommand.getVersion());
    }

    private static String first(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
