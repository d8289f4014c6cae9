package io.countersign.sandbox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java process, with the JDK that runs this one. */
public final class JavaCommand {
    /** From this release on the JDK warns of what protobuf and Kafka do with memory. */
    private static final int FIRST_TO_WARN = 23;

    private final List<String> options = new ArrayList<>();

    public JavaCommand(int heapMegabytes) {
        options.add("-Xmx" + heapMegabytes + "m");
        // A serial collector needs no threads of its own, which two cores would miss.
        options.add("-XX:+UseSerialGC");
        // A dump of the heap or of a crash would hold keys and signatures.
        options.add("-XX:-HeapDumpOnOutOfMemoryError");
        options.add("-XX:-CreateCoredumpOnCrash");
        options.add("-XX:ErrorFile=/dev/null");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= FIRST_TO_WARN) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Duser.timezone=UTC");
    }

    /** For processes that need to be ready soon rather than fast for long. */
    public JavaCommand startingFast() {
        options.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    /** Keeps the loaded classes in a file that the process writes when it first ends, and reads from then on. */
    public JavaCommand withClassArchive(Path archive) {
        options.add("-XX:+AutoCreateSharedArchive");
        options.add("-XX:SharedArchiveFile=" + archive);
        options.add("-Xlog:cds=off");
        options.add("-Xlog:cds+dynamic=off");
        return this;
    }

    public JavaCommand set(String key, Object value) {
        options.add("-D" + key + "=" + value);
        return this;
    }

    public JavaCommand options(List<String> more) {
        options.addAll(more);
        return this;
    }

    public List<String> runningJar(Path jar) {
        return command(List.of("-jar", jar.toString()));
    }

    public List<String> running(String mainClass, String classPath, String... arguments) {
        List<String> tail = new ArrayList<>(List.of("-cp", classPath, mainClass));
        tail.addAll(List.of(arguments));
        return command(tail);
    }

    private List<String> command(List<String> tail) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(tail);
        return command;
    }
}
