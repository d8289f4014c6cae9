package io.countersign.replay;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.report.Json;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Moment;
import io.countersign.replay.verify.Scope;
import io.countersign.replay.verify.Verification;
import io.countersign.replay.verify.Verifier;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks the journal to its present end and says where it disagrees with itself or with the decider. */
@Command(
        name = "verify",
        description = {
            "Checks sequence and hash chain of every account and decides everything again,",
            "and holds every partition of the journal against its signed checkpoints",
            "and the countersigned decisions that are still on their topic."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all agree", "1:discrepancies", "2:unusable, or signatures not checked"})
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions from = new SourceOptions();

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME|OFFSET",
            converter = MomentConverter.class,
            description = "decide again from here on: 2026-11-22, 2026-11-22T12:00:00Z, or an offset with --partition")
    private @Nullable Moment first;

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSET",
            converter = MomentConverter.class,
            description = "decide again up to here, exclusive")
    private @Nullable Moment last;

    @Option(names = "--account", paramLabel = "ID", description = "only this account")
    private @Nullable String account;

    @Option(names = "--partition", paramLabel = "N", split = ",", description = "only these partitions of the journal")
    private Set<Integer> partitions = Set.of();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Verifier verifier = engine.verifier();
        Scope scope = new Scope(first, last, account, partitions);
        return from.read(source -> {
            Verification verification = verify(verifier, source, scope);
            if (account != null && verification.accounts() == 0) {
                throw new UnusableException("there is no journal of an account " + account);
            }
            return report(verification, source.name());
        });
    }

    private Verification verify(Verifier verifier, Source source, Scope scope) {
        long total = source.extents().entrySet().stream()
                .filter(each -> partitions.isEmpty() || partitions.contains(each.getKey()))
                .mapToLong(each -> each.getValue().length())
                .sum();
        requirePartitions(source.extents());
        try (Progress progress = Progress.of("verify", total, err())) {
            return verifier.verify(source, scope, progress);
        }
    }

    private void requirePartitions(Map<Integer, Extent> there) {
        for (int each : partitions) {
            if (!there.containsKey(each)) {
                throw new UnusableException(
                        "--partition: there is no partition %d, only %d to %d".formatted(each, 0, there.size() - 1));
            }
        }
    }

    private int report(Verification verification, String source) {
        if (output.isJson()) {
            Json.print(out(), document(verification, source));
        } else {
            verification.discrepancies().forEach(out()::println);
            if (verification.unlisted() > 0) {
                out().printf("and %d more accounts with a discrepancy%n", verification.unlisted());
            }
            verification.limits().forEach(each -> out().println("note: " + each));
            if (verification.ofPolicies() != null) {
                out().println(verification.ofPolicies());
            }
            out().println(verification.ofAccounts());
            out().println(verification.ofCheckpoints());
            if (verification.decisions() > 0) {
                out().println(verification.ofDecisions());
            }
        }
        return exitCode(verification);
    }

    private static int exitCode(Verification verification) {
        if (!verification.agrees()) {
            return ReplayCommand.DISCREPANCIES;
        }
        return verification.signaturesChecked() ? ReplayCommand.AGREED : ReplayCommand.UNUSABLE;
    }

    private static Map<String, Object> document(Verification verification, String source) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "verdict",
                switch (exitCode(verification)) {
                    case ReplayCommand.AGREED -> "agreed";
                    case ReplayCommand.DISCREPANCIES -> "discrepancies";
                    default -> "unverified";
                });
        document.put("source", source);
        document.put("accounts", verification.accounts());
        document.put("entries", verification.entries());
        document.put("decidedAgain", verification.decided());
        document.put("erased", verification.erased());
        document.put("checkpoints", verification.checkpoints());
        document.put("signaturesChecked", verification.signaturesChecked());
        document.put("covered", verification.covered());
        document.put("decisionsCompared", verification.decisions());
        document.put("partitions", verification.kept());
        document.put("discrepancies", verification.discrepancies());
        document.put("unlisted", verification.unlisted());
        document.put("notes", verification.limits());
        return document;
    }

    private PrintWriter out() {
        return output.out();
    }

    private PrintWriter err() {
        return output.err();
    }
}
