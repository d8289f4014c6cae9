package io.countersign.replay;

import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the journal to its present end and says where it disagrees with itself or with the decider. */
@Command(
        name = "verify",
        description = {
            "Checks sequence and hash chain of every account and decides everything again,",
            "and holds every partition of the journal against its signed checkpoints."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all agree", "1:discrepancies", "2:unusable, or signatures not checked"})
final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka, ${DEFAULT-VALUE} unless said")
    private String bootstrapServers = "";

    @Option(
            names = "--registry-url",
            defaultValue = "http://127.0.0.1:8081/apis/registry/v3",
            description = "schema registry, ${DEFAULT-VALUE} unless said")
    private String registryUrl = "";

    @Option(names = "--account", description = "only this account")
    private @Nullable String account;

    @Option(
            names = "--decision-keys",
            paramLabel = "FILE",
            defaultValue = "${sys:countersign.replay.decision-keys:-" + Option.NULL_VALUE + "}",
            description = "the engine's public keyset, as the relay has it; ${DEFAULT-VALUE} unless said")
    private @Nullable Path decisionKeys;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CountersignatureVerifier engine =
                decisionKeys == null ? null : CountersignatureVerifier.load("--decision-keys", decisionKeys);
        try (RegistryFraming framing = new RegistryFraming(registryUrl);
                Log log = new Log(bootstrapServers, framing)) {
            Verifier verifier = new Verifier(framing.headerLength(), log.policies());
            CheckpointVerifier checkpoints = new CheckpointVerifier(framing.headerLength(), engine);
            log.checkpoints(checkpoints::take);
            log.journal(record -> {
                checkpoints.take(record);
                if (account == null || record.key().equals(account)) {
                    verifier.take(record);
                }
            });
            Verification verification = verifier.finish();
            if (account != null && verification.entries() == 0) {
                throw new UnusableException("there is no journal of an account " + account);
            }
            return report(verification, checkpoints.finish());
        }
    }

    private int report(Verification verification, CheckpointVerification checkpoints) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        verification.discrepancies().forEach(out::println);
        checkpoints.discrepancies().forEach(out::println);
        out.println(verification.summary());
        out.println(checkpoints.summary());
        if (!verification.agrees() || !checkpoints.agrees()) {
            return ReplayCommand.DISCREPANCIES;
        }
        return checkpoints.signaturesChecked() ? ReplayCommand.AGREED : ReplayCommand.UNUSABLE;
    }
}
