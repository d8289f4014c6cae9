package io.countersign.bench.replay;

import io.countersign.bench.report.Rates;
import io.countersign.bench.report.Report;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures {@code bin/countersign replay verify} over an archive beside processes that only decode the same records, in turns: one
 * partition after the other, each process from its start to its end.
 */
public final class ArchiveRates {

    private static final String SUBJECT = "replay";
    private static final String UNIT = "entries a second of one core";
    private static final Pattern ENTRIES = Pattern.compile(", (\\d+) journal entries,");

    private final Path archive;
    private final Path keys;
    private final Path logs;
    private final Consumer<String> progress;
    private final List<Double> verified = new ArrayList<>();
    private final Map<DecodeMain.Depth, List<Double>> decoded = new EnumMap<>(DecodeMain.Depth.class);
    private long entries;
    private int runs;

    /** {@code keys} is the folder of a sandbox's keysets; {@code logs} is for what the processes say. */
    public ArchiveRates(Path archive, Path keys, Path logs, Consumer<String> progress) {
        this.archive = archive;
        this.keys = keys;
        this.logs = logs;
        this.progress = progress;
    }

    /** So many of each, and every other round the other way about. */
    public void run(int rounds, Report report) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            progress.accept("round %d of %d".formatted(i + 1, rounds));
            if (i % 2 == 0) {
                verify();
                decode(DecodeMain.Depth.EVENTS);
                decode(DecodeMain.Depth.ENVELOPES);
            } else {
                decode(DecodeMain.Depth.ENVELOPES);
                decode(DecodeMain.Depth.EVENTS);
                verify();
            }
        }
        report.rates("replay_per_core", rates(DecodeMain.Depth.EVENTS));
        report.rates("replay_per_core_envelopes", rates(DecodeMain.Depth.ENVELOPES));
    }

    private Rates rates(DecodeMain.Depth depth) {
        return new Rates(SUBJECT, Long.toString(entries), UNIT, verified, decoded.getOrDefault(depth, List.of()));
    }

    private void verify() throws InterruptedException {
        Path launcher = SandboxSettings.defaults().home().resolve("bin/countersign");
        List<String> command = List.of(
                launcher.toString(),
                "replay",
                "verify",
                "--archive=" + archive,
                "--threads=1",
                "--decision-keys=" + KeyFile.ENGINE_SIGN_PUBLIC.in(keys),
                "--wrapping-keys=" + KeyFile.DATA_KEY_WRAPPING.in(keys));
        Run run = Run.of(command, Map.of("COUNTERSIGN_JAVA_HOME", System.getProperty("java.home")), log("verify"))
                .requireGood("replay verify");
        Matcher found = ENTRIES.matcher(run.said());
        if (!found.find()) {
            throw new SandboxException("it does not say how many entries were verified: " + run.said());
        }
        entries = Long.parseLong(found.group(1));
        verified.add(entries / run.cpuSeconds());
    }

    private void decode(DecodeMain.Depth depth) throws InterruptedException {
        List<String> command = new JavaCommand(ReplayBench.HEAP_MEGABYTES)
                .running(
                        DecodeMain.class.getName(),
                        System.getProperty("java.class.path"),
                        archive.toString(),
                        KeyFile.DATA_KEY_WRAPPING.in(keys).toString(),
                        depth.name());
        Run run = Run.of(command, Map.of(), log("decode")).requireGood("decoding");
        long read = run.said()
                .lines()
                .filter(each -> each.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
        if (read == 0 || (entries > 0 && read != entries)) {
            throw new SandboxException("not all of %d entries were decoded: %s".formatted(entries, run.said()));
        }
        decoded.computeIfAbsent(depth, absent -> new ArrayList<>()).add(read / run.cpuSeconds());
    }

    private Path log(String what) {
        return logs.resolve("bench-rates-%s-%d.log".formatted(what, runs++));
    }
}
