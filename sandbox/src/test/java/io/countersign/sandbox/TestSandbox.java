package io.countersign.sandbox;

import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;

/** The sandbox that a test starts from. */
public final class TestSandbox {
    private TestSandbox() {}

    /** A whole system in {@code target/name}, where nothing is left of an earlier run, on free ports. It is over before an optimising compiler would have been of use. */
    public static SandboxSettings settings(String name) {
        SandboxFiles files = new SandboxFiles(Path.of("target", name));
        files.deleteData();
        return SandboxSettings.defaults()
                .in(files.root())
                .on(Ports.free())
                .startingFast()
                .reportingTo(System.out::println);
    }
}
