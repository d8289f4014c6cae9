package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a gateway has forgotten, or never saw, it reads back from the topics; what it saw the half of, too. */
class PastRequestIT {
    private static final int EACH = 8;

    /** Room for some six requests with their findings. */
    private static final int VIEW_OCTETS = 65_536;

    private static Sandbox sandbox;
    private static DemoWorld world;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("past-request")
                .withJvmOptions(Role.GATEWAY, "-Dcountersign.gateway.view.octets=" + VIEW_OCTETS));
        world = DemoWorld.of(sandbox);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    @Test
    void findingsAndAnswersOutliveTheGateway() throws Exception {
        List<DemoAccount> accounts = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            DemoAccount account = world.open("past-" + i, KeyType.HMAC);
            accounts.add(account);
            refused.add(account.withdraw(world.smallOrder(account).to(world.strangersAddress()))
                    .json()
                    .path("requestId")
                    .asText());
            account.withdraw(world.smallOrder(account));
            done.add(newest(account));
        }

        restart();

        for (int i = 0; i < EACH; i++) {
            NativeApi owner = owner(accounts.get(i));
            shows(owner.get("/v1/requests/" + refused.get(i)), owner.get("/v1/requests/" + done.get(i)));
            assertThat(owner.get("/v1/requests/" + refused.get((i + 1) % EACH))
                            .path("status")
                            .asInt())
                    .as("another account's")
                    .isEqualTo(404);
        }
    }

    /** More came before it than the gateway has room for. */
    @Test
    void whatWasSignedLastIsAnsweredAlikeAfterARestart() throws Exception {
        DemoAccount account = world.open("again", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        for (int i = 0; i < 2 * EACH; i++) {
            assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
        }
        Octets signed = HandSigned.longLived(account, order);
        HttpMessage answer = world.sendAgain(signed);
        assertThat(answer.status()).isEqualTo(200);

        restart();

        HttpMessage again = world.sendAgain(signed);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
    }

    /** A gateway that reads the decision and not the outcome has the engine's word for the end. */
    @Test
    void noRequestIsShownAsOpenThatHasEnded() throws Exception {
        DemoAccount account = world.open("half", KeyType.HMAC);
        assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
        String id = newest(account);
        assertThat(Evidence.settled(sandbox).isSettled()).isTrue();
        try (BrokerOwner broker = new BrokerOwner(sandbox.addresses().kafka())) {
            broker.takeAway(Topics.OUTCOMES.name());
        }

        restart();

        JsonNode told = Poll.until(
                () -> owner(account).get("/v1/requests/" + id),
                each -> each.path("state").asText().equals("DONE"));
        assertThat(told.path("state").asText()).isEqualTo("DONE");
    }

    private static void restart() throws InterruptedException {
        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);
    }

    private static String newest(DemoAccount account) throws InterruptedException {
        return owner(account)
                .get("/v1/requests?limit=1")
                .path("requests")
                .path(0)
                .path("requestId")
                .asText();
    }

    private static void shows(JsonNode no, JsonNode yes) {
        assertThat(no.path("state").asText()).isEqualTo("REJECTED");
        assertThat(no.path("decision").path("findings").findValuesAsText("rule"))
                .as(no.toString())
                .contains("address-book");
        assertThat(yes.path("state").asText()).isEqualTo("DONE");
        assertThat(yes.path("answer").path("status").asInt()).as(yes.toString()).isEqualTo(200);
    }

    private static NativeApi owner(DemoAccount account) {
        return NativeApi.with(sandbox, TokenRequest.owner(account.name()));
    }
}
