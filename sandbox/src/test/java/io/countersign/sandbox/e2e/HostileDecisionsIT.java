package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody who can write decisions copies genuine approvals while their signatures live, and the relay is another one by then; somebody who owns
 * the brokers takes records away and puts others in their place, while the relay is frozen.
 */
@TestMethodOrder(OrderAnnotation.class)
class HostileDecisionsIT {
    private static final String DECISIONS = Topics.DECISIONS.name();
    private static final String GROUP = "countersign.relay";
    private static final String COPY = "a copy of an approval that was dealt with before";
    private static final String DEAD_LETTERS = "countersign_relay_dead_letters_total ";
    private static final String REPEATS = "countersign_relay_repeats_total ";
    private static final String MALLORY = "mallory";
    private static final Duration RECOVERY = Duration.ofSeconds(45);
    private static final long LONGEST_MILLIS = 60_000;

    private static Sandbox sandbox;
    private static DemoWorld world;
    private static RelaysWords words;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("hostile-decisions").withRelays(1));
        world = DemoWorld.of(sandbox);
        words = new RelaysWords(sandbox, world);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    @Test
    @Order(1)
    void aCopyOfAnApprovalIsNotSentAgainByTheNextRelay() throws Exception {
        DemoAccount account = world.open("copied", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        HttpMessage answer = world.sendAgain(HandSigned.longLived(account, order));
        assertThat(answer.status()).isEqualTo(200);
        byte[] approval = words.lastDecisionOf(account);

        sandbox.kill(Role.RELAY);
        sandbox.restart(Role.RELAY);
        RawProducer.send(sandbox.addresses().kafka(), DECISIONS, account.name(), approval);

        // The same partition: when this one has been sent, the copy has been read.
        WithdrawOrder next = world.smallOrder(account);
        assertThat(world.sendAgain(HandSigned.longLived(account, next)).status())
                .isEqualTo(200);
        assertThat(world.standIn().executions(account.name(), next.id())).isEqualTo(1);
        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
        assertThat(Poll.until(() -> words.reasons(account.name()), found -> !found.isEmpty()))
                .containsExactly(COPY);
        ReplayVerify auditor = new Auditor(sandbox).verify();
        assertThat(auditor.exitCode()).isEqualTo(1);
        assertThat(auditor.said())
                .as("the copy stands where another one should")
                .contains("which the journal has at");
    }

    /** Whoever can write to the topic can choose a record's time. One in the future must not hide what was claimed before it. */
    @Test
    @Order(2)
    void aRecordFromTheFutureDoesNotHideWhatWasClaimed() throws Exception {
        DemoAccount account = world.open("future", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        assertThat(world.sendAgain(HandSigned.longLived(account, order)).status())
                .isEqualTo(200);
        byte[] approval = words.lastDecisionOf(account);
        Instant future = Instant.now().plus(Duration.ofMinutes(50));
        RawProducer.send(sandbox.addresses().kafka(), DECISIONS, account.name(), new byte[] {1, 2, 3}, future);
        // The same partition: when this one has been sent, the other one is claimed.
        assertThat(world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)))
                        .status())
                .isEqualTo(200);

        sandbox.kill(Role.RELAY);
        sandbox.restart(Role.RELAY);
        RawProducer.send(sandbox.addresses().kafka(), DECISIONS, account.name(), approval);
        assertThat(world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)))
                        .status())
                .isEqualTo(200);

        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
    }

    /** Of genuine approvals that no relay has seen yet the brokers' owner keeps two, the later one first, and spoils the others. */
    @Test
    @Order(3)
    void whatIsForgedAlteredTruncatedMisplacedOrOutOfOrderIsNotSentAndCounted() throws Exception {
        DemoAccount account = world.open("tampered", KeyType.HMAC);
        double letters = words.counted(DEAD_LETTERS);
        double repeats = words.counted(REPEATS);
        sandbox.pause(Role.RELAY);
        List<Approved> approved;
        try (BrokerOwner owner = new BrokerOwner(sandbox.addresses().kafka());
                Tampering tampering =
                        new Tampering(sandbox, sandbox.files().root().resolve("other-keys"))) {
            owner.awaitNobodyIn(GROUP);
            approved = approve(account, 7, tampering);
            owner.takeAway(partitionOf(approved), GROUP);
            tamper(approved, tampering);
        }
        sandbox.resume(Role.RELAY);
        List<String> reasons = Poll.until(
                RECOVERY, () -> words.reasons(account.name(), MALLORY), found -> found.size() >= approved.size());

        assertThat(reasons)
                .satisfiesOnlyOnce(each -> assertThat(each).startsWith("the value on"))
                .contains(
                        "the countersignature is not the engine's",
                        "the record is not on its account's partition",
                        "the record's key is not the decision's account",
                        "it comes after a later approval of its account",
                        COPY)
                .hasSize(approved.size());
        assertThat(words.counted(DEAD_LETTERS) - letters).isEqualTo(approved.size());
        assertThat(words.counted(REPEATS) - repeats).isEqualTo(1);
        assertThat(Poll.until(() -> executions(account, approved), found -> found.contains(1)))
                .as("the last one alone, once")
                .containsExactly(0, 0, 0, 0, 0, 0, 1);
        RequestId late = approved.getFirst().id();
        assertThat(Poll.until(() -> Evidence.settled(sandbox, Duration.ZERO), each -> isExpired(each, late)))
                .as("what was not sent is free again")
                .matches(each -> isExpired(each, late));
    }

    /** A withdrawal that the engine has approved. */
    private record Approved(WithdrawOrder order, RequestId id, ConsumerRecord<byte[], byte[]> record) {}

    private static List<Approved> approve(DemoAccount account, int count, Tampering tampering)
            throws InterruptedException {
        List<Approved> approved = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WithdrawOrder order = world.smallOrder(account);
            HttpMessage taken = world.sendAgain(HandSigned.inBodyLater(account, order, LONGEST_MILLIS));
            assertThat(taken.status()).as(taken.text()).isEqualTo(202);
            int decided = i + 1;
            List<ConsumerRecord<byte[], byte[]>> records = Poll.until(
                    RECOVERY,
                    () -> words.decisionsOf(account).stream()
                            .filter(each -> tampering.request(each).isPresent())
                            .toList(),
                    found -> found.size() == decided);
            approved.add(
                    new Approved(order, tampering.request(records.getLast()).orElseThrow(), records.getLast()));
        }
        return approved;
    }

    private static TopicPartition partitionOf(List<Approved> approved) {
        return new TopicPartition(DECISIONS, approved.getLast().record().partition());
    }

    /** One of each kind, and of the genuine ones the latest, the earliest, and the latest again. */
    private static void tamper(List<Approved> approved, Tampering tampering) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> genuine =
                approved.stream().map(Approved::record).toList();
        ConsumerRecord<byte[], byte[]> earliest = genuine.getFirst();
        ConsumerRecord<byte[], byte[]> latest = genuine.getLast();
        tampering.put(latest, tampering.forged(genuine.get(1)));
        tampering.put(
                latest,
                Tampering.altered(genuine.get(2), approved.get(2).order().id()));
        tampering.put(latest, Tampering.truncated(genuine.get(3)));
        tampering.putOnAnotherPartition(genuine.get(4));
        tampering.putUnder(MALLORY, genuine.get(5));
        tampering.put(latest, latest.value());
        tampering.put(latest, earliest.value());
        tampering.put(latest, latest.value());
    }

    private static boolean isExpired(Evidence evidence, RequestId id) {
        return evidence.ended(OutcomeClass.EXPIRED).contains(id)
                && evidence.events(AccountEvent.ReservationReleased.class).stream()
                        .anyMatch(each -> each.requestId().equals(id));
    }

    private static List<Integer> executions(DemoAccount account, List<Approved> approved) throws InterruptedException {
        List<Integer> executions = new ArrayList<>();
        for (Approved each : approved) {
            executions.add(
                    world.standIn().executions(account.name(), each.order().id()));
        }
        return executions;
    }
}
