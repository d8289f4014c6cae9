package io.countersign.bench.replay;

import io.countersign.bench.journal.JournalMaker;
import io.countersign.bench.report.Report;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures how much memory {@code bin/countersign replay verify} takes while a journal grows, from the topics and as an archive, and by
 * {@link ArchiveRates} how fast it is. The engine that made the journal has nothing to do meanwhile.
 */
public final class ReplayBench {

    private static final String SUBJECT = "replay";

    /** What the launcher gives a verification, unless told otherwise. */
    static final int HEAP_MEGABYTES = 1_024;

    private final Sandbox sandbox;
    private final ReplayPlan plan;
    private final Consumer<String> progress;
    private long entries;
    private int runs;

    /** {@code sandbox} was started with {@link #settings}. */
    public ReplayBench(Sandbox sandbox, ReplayPlan plan, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.progress = progress;
    }

    /** A broker, a registry and an engine. */
    public static SandboxSettings settings(SandboxSettings base) {
        return base.only(Role.BROKER, Role.REGISTRY, Role.ENGINE);
    }

    /** Measures as planned. */
    public void run(Report report) throws InterruptedException {
        try (JournalMaker maker = new JournalMaker(sandbox, plan.accounts(), plan.seed(), progress)) {
            for (long wanted : plan.events()) {
                entries = maker.make(wanted);
                tell(report, "topics", verify(topics(), 2));
            }
            Path archive = sandbox.files().root().resolve("archive");
            progress.accept("archiving");
            tell(report, "archiving", replay("archive", List.of("--to=" + archive, kafka(), registry())));
            tell(report, "archive", verify(List.of("--archive=" + archive), 2));
            new ArchiveRates(archive, sandbox.files().keys(), sandbox.files().logs(), progress)
                    .run(plan.rounds(), report);
        }
    }

    private double perCoreSecond(Run run) {
        return entries / run.cpuSeconds();
    }

    private Run verify(List<String> source, int threads) throws InterruptedException {
        List<String> options = new ArrayList<>(source);
        options.add("--threads=" + threads);
        options.add("--decision-keys="
                + KeyFile.ENGINE_SIGN_PUBLIC.in(sandbox.files().keys()));
        options.add("--wrapping-keys="
                + KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys()));
        Run run = replay("verify", options);
        if (!run.said().contains(", %d journal entries,".formatted(entries))) {
            throw new SandboxException("not all of %d entries were verified: %s".formatted(entries, run.said()));
        }
        return run;
    }

    private Run replay(String verb, List<String> options) throws InterruptedException {
        Path launcher = SandboxSettings.defaults().home().resolve("bin/countersign");
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "replay", verb));
        command.addAll(options);
        return Run.of(command, Map.of("COUNTERSIGN_JAVA_HOME", System.getProperty("java.home")), log(verb))
                .requireGood("replay " + verb);
    }

    private void tell(Report report, String what, Run run) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("of", what);
        figures.put("seconds", Math.round(run.seconds() * 10) / 10.0);
        figures.put("entriesPerSecond", Math.round(entries / run.seconds()));
        figures.put("entriesPerCoreSecond", Math.round(perCoreSecond(run)));
        figures.put("residentPeakMib", run.peakMib());
        figures.put("heapPeakMib", run.heapMib());
        report.figures(SUBJECT, Long.toString(entries), figures);
    }

    private List<String> topics() {
        return List.of(kafka(), registry());
    }

    private String kafka() {
        return "--bootstrap-servers=" + sandbox.addresses().kafka();
    }

    private String registry() {
        return "--registry-url=" + sandbox.addresses().registry();
    }

    private Path log(String what) {
        return sandbox.files().logs().resolve("bench-%s-%d.log".formatted(what, runs++));
    }
}
