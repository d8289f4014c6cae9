package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One egress address, many users, and the limits of the stand-in, which are Binance's: an abusive account neither gets the address
 * banned nor starves the others; and a ban, when it comes, is sat out. {@code -Dcountersign.abuse.seconds=130} crosses two minutes,
 * {@code -Dcountersign.abuse.per-second=150} is for a machine that has time for it, and with {@code -Dcountersign.abuse.accounts=8} it is
 * the relay's budgets that bound the abuse, no longer the gateway's rate of one account.
 */
@TestMethodOrder(OrderAnnotation.class)
class SharedLimitsIT {
    private static final int SECONDS = Integer.getInteger("countersign.abuse.seconds", 45);
    private static final int HONEST = 6;
    private static final int ASKING_ONCE = 3;
    private static final int OFTEN = Integer.getInteger("countersign.abuse.per-second", 30);
    private static final int LESS_OFTEN = Math.max(1, OFTEN / 3);
    private static final int ABUSERS = Integer.getInteger("countersign.abuse.accounts", 1);
    private static final double NOW_AND_THEN = 0.5;
    private static final String QUOTA = "/sapi/v1/capital/withdraw/quota";
    private static final String COINS = "/sapi/v1/capital/config/getall";
    /** Binance lets five of these through in a minute. */
    private static final String SNAPSHOT = "/sapi/v1/accountSnapshot?type=SPOT";

    private static final String KEY = "/sapi/v1/account/apiRestrictions";
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    private static Sandbox sandbox;
    private static DemoWorld world;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("shared-limits"));
        world = DemoWorld.of(sandbox);
        PolicyDesk officers = new PolicyDesk(sandbox);
        String policy = officers.document();
        String withSnapshot = policy.replace("endpoints:\n", "endpoints:\n  - GET /sapi/v1/accountSnapshot\n");
        assertThat(withSnapshot).isNotEqualTo(policy);
        long unused = officers.publish(withSnapshot);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    @Test
    @Order(1)
    void anAbusiveAccountNeitherGetsTheAddressBannedNorStarvesTheOthers() throws Exception {
        List<DemoAccount> abusive = open("abusive", ABUSERS);
        List<DemoAccount> honest = open("honest", HONEST);
        for (DemoAccount each : honest) {
            warmUp(each);
        }
        ReadLoad abuse = new ReadLoad(world, true);
        ReadLoad reads = new ReadLoad(world, false);
        ReadLoad onces = new ReadLoad(world, false);
        try (abuse;
                reads;
                onces) {
            for (DemoAccount each : abusive) {
                abuse.start(each, COINS, OFTEN);
                abuse.start(each, QUOTA, LESS_OFTEN);
            }
            abuse.start(abusive.getFirst(), SNAPSHOT, LESS_OFTEN);
            pass(5);
            honest.forEach(each -> reads.start(each, COINS, NOW_AND_THEN));
            honest.stream().limit(ASKING_ONCE).forEach(each -> {
                onces.sendOnce(each, QUOTA);
                onces.sendOnce(each, SNAPSHOT);
            });
            for (DemoAccount each : honest) {
                assertThat(world.sendAgain(HandSigned.longLived(each, world.smallOrder(each)))
                                .status())
                        .as("a withdrawal during the abuse")
                        .isEqualTo(200);
            }
            pass(SECONDS - 5);
        }

        Map<String, Long> seen = world.standIn().answers();
        report(abuse, reads, onces, seen);
        assertThat(seen.keySet()).noneMatch(each -> each.startsWith("418") || each.startsWith("429"));
        assertThat(reads.answers()).as("reads of the honest").containsOnlyKeys(200);
        assertThat(onces.answers()).isEqualTo(Map.of(200, 2 * ASKING_ONCE));
    }

    @Test
    @Order(2)
    void aBanIsSatOutEvenByARelayThatIsStartedInIt() throws Exception {
        DemoAccount account = world.open("banned", KeyType.HMAC);
        world.standIn().limit(Map.of("sapiUidWeight", 1, "ignoredBeforeBan", 0, "banSeconds", 25));
        int before = arrived(account);
        HttpMessage met = world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)));
        assertThat(met.status()).isEqualTo(418);

        HttpMessage held = world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)));
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.text()).contains("urn:countersign:problem:held-back");
        assertThat(Integer.parseInt(held.header("Retry-After").orElseThrow())).isBetween(1, 25);
        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);
        HttpMessage heldAgain = world.sendAgain(HandSigned.reading(account, KEY, false));

        assertThat(heldAgain.status()).isEqualTo(429);
        assertThat(arrived(account) - before).as("requests during the ban").isEqualTo(1);
        HttpMessage after = Poll.until(
                GENEROUS,
                () -> world.sendAgain(HandSigned.reading(account, KEY, false)),
                answer -> answer.status() == 200);
        assertThat(after.status()).isEqualTo(200);
        assertThat(arrived(account) - before).as("nothing else met the ban").isEqualTo(2);
    }

    @Test
    @Order(3)
    void whatTheFirewallStopsHoldsBackItsAccountAlone() throws Exception {
        world.standIn().limit(Map.of());
        DemoAccount suspect = world.open("stopped", KeyType.HMAC);
        DemoAccount other = world.open("passes", KeyType.HMAC);
        warmUp(suspect);
        int before = arrived(suspect);
        world.standIn().answerOnce("GET", KEY, 403);

        HttpMessage met = world.sendAgain(HandSigned.reading(suspect, KEY, false));
        HttpMessage held = world.sendAgain(HandSigned.longLived(suspect, world.smallOrder(suspect)));
        warmUp(other);
        HttpMessage heldAgain = world.sendAgain(HandSigned.reading(suspect, KEY, false));

        assertThat(met.status()).isEqualTo(403);
        assertThat(List.of(held, heldAgain)).allSatisfy(each -> {
            assertThat(each.status()).isEqualTo(429);
            assertThat(each.text()).contains("urn:countersign:problem:held-back");
        });
        assertThat(heldAgain.text()).contains("firewall");
        assertThat(arrived(suspect) - before)
                .as("requests after the firewall's no")
                .isEqualTo(1);
    }

    private static List<DemoAccount> open(String name, int count) throws InterruptedException {
        List<DemoAccount> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(world.open(name + "-" + i, KeyType.HMAC));
        }
        return opened;
    }

    /** What is measured is the limits, not the first seconds of five processes. */
    private static void warmUp(DemoAccount account) throws InterruptedException {
        HttpMessage answer = Poll.until(
                GENEROUS, () -> world.sendAgain(HandSigned.reading(account, KEY, false)), each -> each.status() == 200);
        assertThat(answer.status()).isEqualTo(200);
    }

    private static int arrived(DemoAccount account) throws InterruptedException {
        return world.standIn().requests(account.apiKey()).size();
    }

    /** The figures of the run; the relay's own counters say why it refused. */
    private static void report(ReadLoad abuse, ReadLoad reads, ReadLoad onces, Map<String, Long> seen)
            throws InterruptedException {
        System.out.printf(
                "shared limits, %d s: %d abusive offered %d (%s a second each), answered %s%n",
                SECONDS, ABUSERS, abuse.offered(), OFTEN + " + " + LESS_OFTEN, abuse.answers());
        System.out.printf(
                "honest reads: offered %d, answered %s, p50 %d ms, p99 %d ms; quotas and snapshots %s%n",
                reads.offered(),
                reads.answers(),
                reads.percentile(50).toMillis(),
                reads.percentile(99).toMillis(),
                onces.answers());
        System.out.println("at the stand-in: " + seen);
        String metrics = new JsonHttp(sandbox.addresses().gateway())
                .text("/q/metrics", Map.of())
                .body();
        System.out.println(metrics.lines()
                .filter(line -> line.startsWith("countersign_relay_") && !line.contains("_bucket"))
                .collect(Collectors.joining(System.lineSeparator())));
    }

    /** Time during which load runs, and nothing is waited for. */
    private static void pass(int seconds) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)).isFalse();
    }
}
