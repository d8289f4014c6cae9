package io.countersign.replay;

import io.countersign.replay.verify.Verifier;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By whose signatures, and with how much of the machine. */
final class EngineOptions {

    @Mixin
    private MemoryOptions machine = new MemoryOptions();

    @Option(
            names = "--decision-keys",
            paramLabel = "FILE",
            defaultValue = "${sys:countersign.replay.decision-keys:-" + Option.NULL_VALUE + "}",
            description = "the engine's public keyset, as the relay has it; the usual sandbox's unless said")
    private @Nullable Path decisionKeys;

    Verifier verifier() {
        CountersignatureVerifier engine =
                decisionKeys == null ? null : CountersignatureVerifier.load("--decision-keys", decisionKeys);
        return new Verifier(engine, machine.threads(), machine.audit());
    }
}
