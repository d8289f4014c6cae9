package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.DemoRun;
import io.countersign.sandbox.demo.Scenario;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's scenario, then the books compared, then one process after the other lost. The order is part of the test. */
@ExtendWith(OwnSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EndToEndIT {
    private static final Duration RECOVERY = Duration.ofSeconds(45);
    private static final int AT_THE_MOMENT_OF_THE_KILL = 3;

    private final Sandbox sandbox;
    private final DemoWorld world;

    EndToEndIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyStepOfTheDemoIsAsExpected() {
        DemoRun run = new DemoRun(world);
        return Scenario.standard().steps().stream()
                .map(step -> DynamicTest.dynamicTest(step.sentence(), () -> {
                    Seen seen = run.run(step);
                    assertThat(seen.asExpected()).as(seen.words()).isTrue();
                }));
    }

    @Test
    @Order(2)
    void theBooksAgreeAfterTheScenario() throws Exception {
        assertThat(Comparison.problems(Evidence.settled(sandbox), world.publishedCaps()))
                .isEmpty();
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    @Order(3)
    void aKilledRelayAndGatewayComeBackAndSendNothingTwice() throws Exception {
        survives(Role.GATEWAY);
    }

    /** Binance carries it out and does not answer; the relay dies; whoever comes next can only say that nobody knows. */
    @Test
    @Order(3)
    void whatAKilledRelayClaimedIsUnknownAndNotSentAgain() throws Exception {
        DemoAccount account = world.open("claimed-and-lost", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        world.standIn().misbehave("POST", "/sapi/v1/capital/withdraw/apply", "hang-after", 1);
        RequestId id = requestId(account.withdrawLater(order));
        Poll.until(RECOVERY, () -> world.standIn().executions(account.name(), order.id()), times -> times == 1);

        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);

        Evidence evidence = Evidence.settled(sandbox);
        assertThat(evidence.ended(OutcomeClass.UNKNOWN)).contains(id);
        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
        assertThat(Comparison.problems(evidence, world.publishedCaps())).isEmpty();
    }

    @Test
    @Order(4)
    void aKilledEngineComesBackAndNothingIsSentTwice() throws Exception {
        survives(Role.ENGINE);
    }

    @Test
    @Order(5)
    void garbageGoesToDeadLettersAndStopsNothing() throws Exception {
        DemoAccount account = world.open("garbage", KeyType.ED25519);
        byte[] garbage = {0, 0, 0, 0, 99, 1, 2, 3};

        RawProducer.send(sandbox.addresses().kafka(), Topics.REQUESTS.name(), account.name(), garbage);
        Answer next = account.withdraw(world.smallOrder(account));
        List<DeadLetterMessage> letters = Poll.until(this::deadLetters, found -> !found.isEmpty());

        assertThat(next.isOk()).as(next.brief()).isTrue();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topics.REQUESTS.name());
            assertThat(letter.refusedBy()).isEqualTo("engine");
            assertThat(letter.reason()).isNotBlank();
        });
    }

    @Test
    @Order(6)
    void withoutABrokerNothingIsPromisedAndAfterwardsEverythingGoesOn() throws Exception {
        DemoAccount account = world.open("brokerless", KeyType.HMAC);
        Map<Role, ProcessRef> before = sandbox.processes();

        sandbox.kill(Role.BROKER);
        Answer waiting = account.withdraw(world.smallOrder(account));
        Answer later = account.withdrawLater(world.smallOrder(account));
        sandbox.restart(Role.BROKER);
        Answer after = Poll.until(RECOVERY, () -> account.withdraw(world.smallOrder(account)), Answer::isOk);

        assertThat(List.of(waiting, later)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.brief()).isBetween(500, 599);
            assertThat(answer.json().path("requestId").asText()).hasSize(32);
        });
        assertThat(after.isOk()).as(after.brief()).isTrue();
        for (Role role : List.of(Role.ENGINE, Role.GATEWAY)) {
            assertThat(sandbox.processes().get(role)).isEqualTo(before.get(role));
        }
    }

    @Test
    @Order(7)
    void theBooksAgreeAfterAllThat() throws Exception {
        assertThat(Comparison.problems(Evidence.settled(sandbox), world.publishedCaps()))
                .isEmpty();
    }

    @Test
    @Order(8)
    void nobodyCanReadASecretFromKafkaALogAMetricAnErrorOrADisk() throws Exception {
        mistakeThePathForTheHeader(world.accounts().getFirst());
        Secrets secrets = Secrets.of(world);

        assertThat(secrets.count()).isGreaterThan(50);
        assertThat(secrets.ownWords()).isGreaterThan(10);
        assertThat(secrets.foundIn(sandbox)).isEmpty();
    }

    /** Without a token: what nobody has to read is not to be kept either. */
    private void mistakeThePathForTheHeader(DemoAccount account) {
        String request = "GET /sapi/v1/account/%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(account.apiKey());
        HttpMessage refused = world.sendAgain(Octets.of(request.getBytes(StandardCharsets.US_ASCII)));
        assertThat(refused.status()).isEqualTo(401);
    }

    /** Kills a role while withdrawals are under way, brings it back, and looks what became of them and of later ones. */
    private void survives(Role role) throws InterruptedException {
        DemoAccount account = world.open("killed-" + role.label(), KeyType.HMAC);
        List<WithdrawOrder> orders = new ArrayList<>();
        List<RequestId> underWay = new ArrayList<>();
        for (int i = 0; i < AT_THE_MOMENT_OF_THE_KILL; i++) {
            WithdrawOrder order = world.smallOrder(account);
            orders.add(order);
            underWay.add(requestId(account.withdrawLater(order)));
        }
        sandbox.kill(role);
        sandbox.restart(role);
        Answer next = Poll.until(RECOVERY, () -> account.withdraw(world.smallOrder(account)), Answer::isOk);
        Evidence evidence = Evidence.settled(sandbox);

        assertThat(next.isOk()).as(next.brief()).isTrue();
        for (int i = 0; i < orders.size(); i++) {
            int executions =
                    world.standIn().executions(account.name(), orders.get(i).id());
            assertThat(executions).isLessThanOrEqualTo(1);
            if (evidence.ended(OutcomeClass.DONE).contains(underWay.get(i))) {
                assertThat(executions).isEqualTo(1);
            }
            if (evidence.ended(OutcomeClass.EXPIRED, OutcomeClass.REFUSED).contains(underWay.get(i))) {
                assertThat(executions).isZero();
            }
        }
        assertThat(Comparison.problems(evidence, world.publishedCaps())).isEmpty();
    }

    private static RequestId requestId(Answer accepted) {
        assertThat(accepted.status()).as(accepted.brief()).isEqualTo(202);
        return new RequestId(accepted.json().path("requestId").asText());
    }

    private List<DeadLetterMessage> deadLetters() {
        return Evidence.deadLetters(sandbox);
    }
}
