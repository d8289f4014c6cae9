package io.countersign.replay;

import io.countersign.domain.policy.Policy;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.report.Json;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Moment;
import io.countersign.replay.whatif.Comparison;
import io.countersign.replay.whatif.HtmlReport;
import io.countersign.replay.whatif.WhatIf;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges the past by another policy. */
@Command(
        name = "what-if",
        description = {
            "What another policy would have decided, each account being as it would then have been:",
            "a refusal leaves headroom for later. Nothing is recorded anywhere."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:compared, whatever the difference", "2:unusable"})
final class WhatIfCommand implements Callable<Integer> {

    /** No version is so high: the candidate is none of those that were published. */
    private static final long CANDIDATE = Long.MAX_VALUE;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            required = true,
            description = "the candidate, as it would be published")
    private Path policy = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "the candidate judges from here on; before, accounts are as they were")
    private @Nullable Moment from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "compare up to here, exclusive")
    private @Nullable Moment to;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page with charts, too")
    private @Nullable Path html;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter out = output.out();
        PrintWriter err = output.err();
        WhatIf whatIf = new WhatIf(candidate(), instant(from), instant(to), memory.threads(), memory.memory());
        return source.read(from -> {
            try (Progress progress = Progress.of("what-if", ToRead.all(from), err)) {
                Comparison found = whatIf.compare(from, progress);
                if (html != null) {
                    write(html, HtmlReport.of(found, String.valueOf(policy.getFileName()), from.name()));
                }
                if (output.isJson()) {
                    Json.print(out, found.document());
                } else {
                    found.lines().forEach(out::println);
                }
                return ReplayCommand.AGREED;
            }
        });
    }

    private Policy candidate() {
        try {
            return PolicyYaml.parse(CANDIDATE, Files.readString(policy));
        } catch (IOException e) {
            throw new UnusableException("--policy: cannot read " + policy, e);
        } catch (PolicyException e) {
            throw new UnusableException("--policy: %s: %s".formatted(policy, e.getMessage()), e);
        }
    }

    private static @Nullable Instant instant(@Nullable Moment moment) {
        return switch (moment) {
            case null -> null;
            case Moment.At at -> at.instant();
            case Moment.Offset offset -> throw new UnusableException("a comparison is of times, not of offsets");
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UnusableException("--html: cannot write " + file, e);
        }
    }
}
