package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.message.DecisionBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two engines, and one of them lost under load. {@code -Dcountersign.failover.tries=10} makes a measurement of it: how long a
 * partition is without decisions. The order is part of the test.
 */
@TestMethodOrder(OrderAnnotation.class)
class FailoverIT {
    private static final int TRIES = Integer.getInteger("countersign.failover.tries", 1);
    private static final int ACCOUNTS = 40;
    private static final int PER_SECOND = 60;
    private static final int ENOUGH = 10;

    /** A measurement is of programs that have run for a while. */
    private static final int WARM_UP = 400;

    private static final int KEEPS_UP = 500;
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private static Sandbox sandbox;
    private static DemoWorld world;
    private static EngineQuery query;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("failover").withEngines(2));
        world = DemoWorld.of(sandbox);
        query = EngineQuery.of(sandbox);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    @Test
    @Order(1)
    void eitherEngineTellsOfAnyAccountAndOnlyToWhoShowsTheToken() throws Exception {
        List<DemoAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            accounts.add(world.open("asked-for-" + i, KeyType.HMAC));
        }
        assertThat(accounts.getFirst()
                        .withdraw(world.smallOrder(accounts.getFirst()))
                        .isOk())
                .isTrue();

        for (DemoAccount account : accounts) {
            EngineQuery.Answered one = query.ask(sandbox.addresses().engine(), account.name());
            EngineQuery.Answered other = query.ask(sandbox.addresses().engine2(), account.name());
            assertThat(one.status()).as(one.toString()).isEqualTo(200);
            assertThat(other.body().at("/state/lastHash")).isEqualTo(one.body().at("/state/lastHash"));
            assertThat(other.body().at("/servedBy")).isEqualTo(one.body().at("/servedBy"));
            assertThat(one.role()).isEqualTo("ACTIVE");
            assertThat(one.body().at("/state/connections")).hasSize(1);
            assertThat(one.body().at("/state/addressBook")).hasSize(1);
        }
        String engine = sandbox.addresses().engine();
        assertThat(query.ask(engine, accounts.getFirst().name()).body().at("/state/decided"))
                .hasSize(1);
        assertThat(query.ask(engine, "nobody").status()).isEqualTo(404);
        assertThat(query.askWithToken(engine, "nobody", "wrong").status()).isEqualTo(401);
        assertThat(accounts.stream().map(FailoverIT::servedBy).distinct()).hasSize(2);
    }

    @Test
    @Order(2)
    void whatWasAcknowledgedIsDecidedOnceThoughAnEngineIsKilled() throws Exception {
        SignedLoad load = new SignedLoad(world, ACCOUNTS);
        List<Duration> gaps = new ArrayList<>();
        try (DecisionWatch watch = new DecisionWatch(sandbox.addresses().kafka());
                load) {
            load.start(PER_SECOND);
            if (TRIES > 1) {
                long start = System.nanoTime();
                assertThat(Poll.until(GENEROUS, () -> watch.eachHad(WARM_UP, start), had -> had))
                        .isTrue();
            }
            for (int i = 0; i < TRIES; i++) {
                gaps.add(survive(i % 2 == 0 ? Role.ENGINE : Role.ENGINE_2, watch));
            }
        }
        report(gaps, load);

        Evidence evidence = Evidence.settled(sandbox, GENEROUS);
        Set<RequestId> judged = evidence.judgements().stream()
                .map(DecisionBody::id)
                .map(RequestId::new)
                .collect(Collectors.toSet());
        Set<RequestId> lost = new HashSet<>(load.acknowledged());
        lost.removeAll(judged);
        assertThat(lost).as("acknowledged and never decided").isEmpty();
        assertThat(Comparison.problems(evidence, world.publishedCaps())).isEmpty();
        ReplayVerify replay = new Auditor(sandbox).verify();
        assertThat(replay.exitCode()).as(replay.said()).isZero();
    }

    private static Duration survive(Role victim, DecisionWatch watch) throws InterruptedException {
        Role survivor = victim == Role.ENGINE ? Role.ENGINE_2 : Role.ENGINE;
        watch.reset();
        long before = System.nanoTime();
        assertThat(Poll.until(GENEROUS, () -> watch.eachHad(ENOUGH, before), had -> had))
                .isTrue();

        long killed = System.nanoTime();
        sandbox.kill(victim);
        askDuringTheTakeover(survivor);
        long later = killed + Duration.ofSeconds(1).toNanos();
        boolean wentOn = Poll.until(GENEROUS, () -> watch.eachHad(ENOUGH, later), had -> had);
        System.out.println("killed " + victim.label() + ": " + watch.longestGaps(killed));

        assertThat(wentOn).as("decisions on every partition").isTrue();
        Duration gap = watch.longestGaps(killed).values().stream()
                .max(Duration::compareTo)
                .orElseThrow();
        sandbox.restart(victim);
        assertThat(Poll.until(GENEROUS, () -> hasCopies(victim), has -> has))
                .as("copies on the engine that came back")
                .isTrue();
        return gap;
    }

    /** The dead engine's accounts are told from the survivor's copies until it has taken over. */
    private static void askDuringTheTakeover(Role survivor) throws InterruptedException {
        for (DemoAccount account : world.accounts().subList(0, 8)) {
            EngineQuery.Answered answer = query.ask(address(survivor), account.name());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.servedBy()).isEqualTo(address(survivor));
            if (answer.role().equals("STANDBY")) {
                assertThat(answer.behind()).isNotNegative();
            }
        }
    }

    /** Whether an engine has what it needs to take over: every store is its own or a copy that keeps up. */
    private static boolean hasCopies(Role engine) throws InterruptedException {
        boolean all = sandbox.isReady(engine);
        for (DemoAccount account : world.accounts().subList(0, 8)) {
            EngineQuery.Answered here = query.askForCopy(address(engine), account.name());
            boolean keepsUp = here.role().equals("ACTIVE")
                    || (here.role().equals("STANDBY") && here.behind() >= 0 && here.behind() < KEEPS_UP);
            all &= here.isOk() && keepsUp;
        }
        return all;
    }

    private static String servedBy(DemoAccount account) {
        try {
            return query.ask(sandbox.addresses().engine(), account.name()).servedBy();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Role engine) {
        return engine == Role.ENGINE
                ? sandbox.addresses().engine()
                : sandbox.addresses().engine2();
    }

    private static void report(List<Duration> gaps, SignedLoad load) {
        List<Long> sorted = gaps.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "longest gap in decisions after SIGKILL, ms: p50 %d, p99 %d, max %d, of %d tries %s; answers %s%n",
                percentile(sorted, 50),
                percentile(sorted, 99),
                sorted.getLast(),
                sorted.size(),
                sorted,
                load.answers());
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
