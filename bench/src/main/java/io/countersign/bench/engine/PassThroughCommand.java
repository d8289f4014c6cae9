package io.countersign.bench.engine;

import io.countersign.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;

/** The command line of a pass-through, with the engine's JVM options and settings. */
public final class PassThroughCommand {

    private static final int HEAP_MEGABYTES = 512;

    private PassThroughCommand() {}

    /** The topics that {@code group} writes to: its journal and its decisions. */
    public static List<String> outputs(String group) {
        return List.of(group + ".journal", group + ".decisions");
    }

    /** For a pass-through with the application id {@code group} that reads {@code requests}. */
    public static List<String> of(
            Sandbox sandbox, String group, String requests, List<String> options, PassThrough sizes) {
        Path root = sandbox.files().root();
        return sandbox.java(HEAP_MEGABYTES)
                .set("countersign.kafka.bootstrap-servers", sandbox.addresses().kafka())
                .set("countersign.engine.application-id", group)
                .set("countersign.engine.state-dir", root.resolve(group))
                .set("countersign.engine.signing-keys", root)
                .set("countersign.engine.wrapping-keys", root)
                .set("countersign.engine.query-token", root)
                .set("countersign.engine.advertised", "127.0.0.1:1")
                .set("countersign.engine.standby-replicas", 0)
                .options(options)
                .running(
                        PassThroughMain.class.getName(),
                        System.getProperty("java.class.path"),
                        requests,
                        outputs(group).get(0),
                        outputs(group).get(1),
                        Integer.toString(sizes.stateOctets()),
                        Integer.toString(sizes.journalRecords()),
                        Integer.toString(sizes.journalOctets()),
                        Integer.toString(sizes.decisionOctets()));
    }
}
