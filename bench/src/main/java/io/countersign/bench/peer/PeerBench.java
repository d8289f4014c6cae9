package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Turns;
import io.countersign.bench.report.Comparison;
import io.countersign.bench.report.Rates;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.BenchAccount;
import io.countersign.bench.workload.ClosedSlice;
import io.countersign.bench.workload.Processes;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.token.IssuerServer;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The system beside the peer: signed withdrawals of the same accounts to the same stand-in, in turns. Both are up all the time, so each
 * bears what the other does when nothing is asked of it.
 */
public final class PeerBench {

    private static final String SUBJECT = "peer";
    private static final int CALLERS = 64;
    private static final int OPENERS = 8;

    /** Signatures live for a minute, and are made before a slice begins. */
    private static final int WARM_UP_SLICE = 2_000;

    /** So much that what a user may ask of Binance in a minute does not end a slice. */
    private static final int PLENTY = 1_000_000_000;

    private final Sandbox sandbox;
    private final PeerPlan plan;
    private final Consumer<String> progress;
    private final List<BenchAccount> accounts = new ArrayList<>();
    private int turn;

    public PeerBench(Sandbox sandbox, PeerPlan plan, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.progress = progress;
    }

    /** A sandbox for this bench: Binance's limit for each user is out of the way, as few users stand for many. */
    public static SandboxSettings settings(SandboxSettings base) {
        return base.withJvmOptions(Role.GATEWAY, "-Dcountersign.relay.weights.sapi-uid=" + PLENTY);
    }

    /** Measures as planned, with a database cluster of its own. */
    public void run(String run, PostgresBinaries binaries, Report report) throws InterruptedException {
        progress.accept("opening %d accounts".formatted(plan.accounts()));
        openAccounts(run);
        progress.accept("starting PostgreSQL %d and the peer".formatted(binaries.version()));
        Vertx vertx = Vertx.vertx();
        try (Postgres postgres = Postgres.start(binaries)) {
            fill(postgres);
            try (PeerProcess peer = PeerProcess.start(
                            postgres, surroundings(), sandbox.files().root());
                    HttpTarget gateway =
                            new HttpTarget(vertx, sandbox.addresses().gateway());
                    HttpTarget proxy = new HttpTarget(vertx, peer.address())) {
                Contestant system = new Contestant(gateway, systemProcesses());
                Contestant other =
                        new Contestant(proxy, new Processes(Map.of("peer", peer.pid(), "postgres", postgres.pid())));
                warmUp(system, other);
                measure(system, other, report);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void warmUp(Contestant system, Contestant peer) throws InterruptedException {
        progress.accept("warming up");
        for (int done = 0; done < plan.warmUp(); done += WARM_UP_SLICE) {
            int count = Math.min(WARM_UP_SLICE, plan.warmUp() - done);
            for (Contestant each : List.of(system, peer)) {
                closed(each, count);
                sightings().forget();
            }
        }
    }

    private void measure(Contestant system, Contestant peer, Report report) throws InterruptedException {
        for (int rate : plan.rates()) {
            progress.accept("%d requests a second".formatted(rate));
            int count = rate * plan.sliceSeconds();
            Turns<OpenSlice> turns = Turns.take(
                    plan.slices(),
                    system,
                    peer,
                    each -> OpenSlice.run(each, withdrawals(count), sightings(), rate, plan.seed()));
            report.latency(SUBJECT, compared(rate + "rps", turns.map(OpenSlice::octets)));
            report.latency(SUBJECT + "_answer", compared(rate + "rps", turns.map(OpenSlice::answers)));
        }
        progress.accept("as many as pass");
        Turns<ClosedSlice> turns = Turns.take(plan.slices(), system, peer, each -> {
            ClosedSlice slice = closed(each, plan.throughputShots());
            sightings().forget();
            return slice;
        });
        tell(turns, report);
    }

    private static void tell(Turns<ClosedSlice> turns, Report report) {
        String load = "closed" + CALLERS;
        report.throughput(SUBJECT, compared(load, turns.map(ClosedSlice::answers)));
        Turns<Double> perCore = turns.map(ClosedSlice::perCoreSecond);
        report.rates(
                SUBJECT + "_throughput_per_core",
                new Rates(
                        SUBJECT, load, "withdrawals a second of one core", SUBJECT, perCore.system(), perCore.floor()));
        report.figures("cpu ms", load, ClosedSlice.millisEach(turns.system()));
        report.figures("cpu ms", load, ClosedSlice.millisEach(turns.floor()));
    }

    private static Comparison compared(String load, Turns<Sample> turns) {
        return new Comparison(load, SUBJECT, turns.system(), turns.floor());
    }

    private ClosedSlice closed(Contestant each, int count) {
        return ClosedSlice.run(each.shots(withdrawals(count)), CALLERS, each.processes());
    }

    /** Signed before the slice begins, so that the phones' work is not measured. */
    private List<PreparedRequest> withdrawals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> accounts.get(turn++ % accounts.size()).withdrawal())
                .toList();
    }

    private Processes systemProcesses() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (Role role : List.of(Role.GATEWAY, Role.ENGINE, Role.RELAY, Role.BROKER)) {
            if (sandbox.processes().containsKey(role)) {
                pids.put(role.label(), sandbox.process(role).pid());
            }
        }
        return new Processes(pids);
    }

    private PeerProcess.Surroundings surroundings() {
        return new PeerProcess.Surroundings(
                sandbox.java(PeerProcess.HEAP_MEGABYTES),
                sandbox.addresses().standIn(),
                sandbox.addresses().issuer() + IssuerServer.KEYS);
    }

    private Sightings sightings() {
        return new Sightings(sandbox.addresses().standInControl());
    }

    private void fill(Postgres postgres) {
        PeerBook book = new PeerBook(postgres);
        try {
            book.create(PeerCaps.ofTheFirstPolicy());
            book.open(accounts);
        } catch (SQLException e) {
            throw new SandboxException("the peer's database cannot be filled", e);
        }
    }

    private void openAccounts(String run) throws InterruptedException {
        Opener opener = Opener.of(sandbox);
        opener.standIn()
                .send(
                        "PUT",
                        "/limits",
                        Map.of(),
                        JsonNodeFactory.instance.objectNode().put("sapiUidWeight", PLENTY));
        try (ExecutorService openers = Executors.newFixedThreadPool(OPENERS)) {
            List<Callable<BenchAccount>> tasks = IntStream.range(0, plan.accounts())
                    .<Callable<BenchAccount>>mapToObj(i -> () -> opener.open(run, i))
                    .toList();
            for (Future<BenchAccount> opened : openers.invokeAll(tasks)) {
                accounts.add(opened.get());
            }
        } catch (ExecutionException e) {
            throw new SandboxException("the accounts cannot be opened: " + e.getCause(), e);
        }
    }
}
