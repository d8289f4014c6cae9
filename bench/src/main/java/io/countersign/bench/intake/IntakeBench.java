package io.countersign.bench.intake;

import io.countersign.bench.http.HttpTarget;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.load.Arrivals;
import io.countersign.bench.load.ClosedLoop;
import io.countersign.bench.load.OpenLoop;
import io.countersign.bench.load.Sample;
import io.countersign.bench.load.Shot;
import io.countersign.bench.load.Turns;
import io.countersign.bench.report.Comparison;
import io.countersign.bench.report.Report;
import io.countersign.bench.workload.BenchAccount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.topic.Topics;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures the way from a signed withdrawal to its 202 alone: the engine and the relay do not run. The floor gets the same
 * requests, and the two take turns, so that a machine that gets slower is slower for both.
 */
public final class IntakeBench {

    private static final String SUBJECT = "intake";
    private static final int ACCEPTED = 202;
    private static final int CALLERS = 32;
    private static final int WARM_UP_CALLERS = 16;

    private final Sandbox sandbox;
    private final IntakePlan plan;
    private final Consumer<String> progress;
    private final List<BenchAccount> accounts = new ArrayList<>();
    private int turn;

    public IntakeBench(Sandbox sandbox, IntakePlan plan, Consumer<String> progress) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures as planned; the sandbox's engine is gone afterwards. */
    public void run(String run, Report report) throws InterruptedException {
        openAccounts(run);
        sandbox.kill(Role.ENGINE);
        Vertx vertx = Vertx.vertx();
        try (HttpTarget gateway = new HttpTarget(vertx, sandbox.addresses().gateway())) {
            progress.accept("warming up");
            ClosedLoop.run(shots(gateway, plan.warmUp()), WARM_UP_CALLERS);
            int octets = RecordSize.mean(sandbox.addresses().kafka(), Topics.REQUESTS.name());
            try (Floor floor = Floor.start(sandbox, octets);
                    HttpTarget bare = new HttpTarget(vertx, floor.address())) {
                ClosedLoop.run(shots(bare, plan.warmUp()), WARM_UP_CALLERS);
                measure(gateway, bare, report);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void measure(HttpTarget gateway, HttpTarget bare, Report report) throws InterruptedException {
        for (int rate : plan.rates()) {
            progress.accept("%d requests a second".formatted(rate));
            int count = rate * plan.sliceSeconds();
            Turns<Sample> turns = Turns.take(
                    plan.slices(),
                    gateway,
                    bare,
                    target -> OpenLoop.run(shots(target, count), new Arrivals(rate, plan.seed())));
            report.latency(SUBJECT, compared(rate + "rps", turns));
        }
        progress.accept("as many as pass");
        Turns<Sample> turns = Turns.take(
                plan.slices(), gateway, bare, target -> ClosedLoop.run(shots(target, plan.throughputShots()), CALLERS));
        report.throughput(SUBJECT, compared("closed" + CALLERS, turns));
    }

    private static Comparison compared(String load, Turns<Sample> turns) {
        return new Comparison(load, turns.system(), turns.floor());
    }

    /** Signed before the slice begins, so that the phones' work is not measured. */
    private List<Shot> shots(HttpTarget target, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> target.shot(nextWithdrawal(), ACCEPTED))
                .toList();
    }

    private PreparedRequest nextWithdrawal() {
        return accounts.get(turn++ % accounts.size()).withdrawalWithoutWaiting();
    }

    private void openAccounts(String run) throws InterruptedException {
        progress.accept("opening %d accounts".formatted(plan.accounts()));
        JsonHttp gateway = new JsonHttp(sandbox.addresses().gateway());
        for (int i = 0; i < plan.accounts(); i++) {
            accounts.add(BenchAccount.open(sandbox, gateway, run, i));
        }
    }
}
