package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.token.TokenRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that is told UNKNOWN signs the look-up that it is told to sign, and learns what became of its request. */
@ExtendWith(OwnSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class LookUpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox;
    private final DemoWorld world;

    LookUpIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    /** Everything that happened here is decided again, and compared with what Binance has. */
    @AfterEach
    void everybodyAgrees() throws Exception {
        assertThat(Comparison.problems(Evidence.settled(sandbox), world.publishedCaps()))
                .isEmpty();
        ReplayVerify replay = new Auditor(sandbox).verify();
        assertThat(replay.exitCode()).as(replay.said()).isZero();
    }

    @Test
    void whatWasExecutedIsFoundAndStaysCounted() throws Exception {
        DemoAccount account = world.open("executed-unanswered", KeyType.ED25519);
        WithdrawOrder order = world.smallOrder(account);
        BigDecimal before = left(account);
        String place = unknown(account, order, "error-after");
        JsonNode told = account.gateway().request(place);

        assertThat(told.path("lookUp").path("path").asText()).isEqualTo("/sapi/v1/capital/withdraw/history");
        assertThat(told.path("lookUp")
                        .path("parameters")
                        .path("withdrawOrderId")
                        .asText())
                .isEqualTo(order.id());
        sign(account, told);
        JsonNode found = settled(account, place);

        assertThat(found.path("state").asText()).isEqualTo("DONE");
        assertThat(found.path("resolution").path("result").asText()).isEqualTo("EXECUTED");
        assertThat(found.path("lookUp").isMissingNode()).isTrue();
        assertThat(before.subtract(left(account)))
                .isEqualByComparingTo(world.caps().small().value());
        assertThat(show(place)).contains("look-up").contains("EXECUTED");
    }

    @Test
    void whatWasNotExecutedIsReleasedOnlyAfterSeveralEmptyAnswers() throws Exception {
        DemoAccount account = world.open("not-executed", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        BigDecimal before = left(account);
        String place = unknown(account, order, "error-before");
        Instant over = countsFrom(account.gateway().request(place));

        tooEarly(account, place);
        assertThat(left(account)).isLessThan(before);

        String stream = sandbox.addresses().gateway() + place;
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + account.token()));
        try (EventReader reader = EventReader.open(stream, headers)) {
            pass(over);
            sign(account, hiding(account.gateway().request(place)));
            assertThat(lookUp(account.gateway().request(place))
                            .path("emptyAnswers")
                            .asInt())
                    .as("what could hide it does not count")
                    .isZero();
            sign(account, account.gateway().request(place));
            JsonNode once = Poll.until(
                    PATIENCE,
                    () -> account.gateway().request(place),
                    each -> lookUp(each).path("emptyAnswers").asInt() == 1);
            assertThat(left(account)).isLessThan(before);
            pass(countsFrom(once));
            sign(account, once);

            assertThat(reader.hasEnded()).isTrue();
            List<EventReader.Event> events = reader.events();
            assertThat(events.getFirst().id()).isEqualTo("UNKNOWN");
            assertThat(events.get(events.size() - 2).id()).isEqualTo("NOT_EXECUTED");
        }
        JsonNode ended = settled(account, place);
        assertThat(ended.path("state").asText()).isEqualTo("NOT_EXECUTED");
        assertThat(left(account)).isEqualByComparingTo(before);
        assertThat(world.standIn().executions(account.name(), order.id())).isZero();
        assertThat(listed(account, place)).isEqualTo("NOT_EXECUTED");
        assertThat(show(place)).contains("NOT_EXECUTED").contains("the headroom is free again");
    }

    private void tooEarly(DemoAccount account, String place) throws InterruptedException {
        sign(account, account.gateway().request(place));
        JsonNode early = Poll.until(PATIENCE, () -> account.gateway().request(place), each -> lookUp(each)
                .has("lastWord"));
        assertThat(early.path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(lookUp(early).path("lastWord").asText()).contains("too early");
        assertThat(lookUp(early).path("emptyAnswers").asInt()).isZero();
    }

    private String unknown(DemoAccount account, WithdrawOrder order, String fault) throws InterruptedException {
        world.standIn().misbehave("POST", HandSigned.PATH, fault, 1);
        Answer answer = account.withdraw(order);
        String place = answer.exchange().answer().header("Location").orElse("");
        if (!place.isEmpty()) {
            return place;
        }
        JsonNode newest = Poll.until(
                PATIENCE,
                () -> account.gateway()
                        .request("/v1/requests?limit=1")
                        .path("requests")
                        .path(0),
                each -> each.path("state").asText().equals("UNKNOWN"));
        return "/v1/requests/" + newest.path("requestId").asText();
    }

    private void sign(DemoAccount account, JsonNode request) {
        HttpMessage answer = world.sendAgain(HandSigned.lookUp(account, lookUp(request)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The same look-up, but only of those that are complete. */
    private static JsonNode hiding(JsonNode request) {
        JsonNode hiding = request.deepCopy();
        ((ObjectNode) lookUp(hiding).path("parameters")).put("status", "6");
        return hiding;
    }

    private static JsonNode settled(DemoAccount account, String place) throws InterruptedException {
        return Poll.until(PATIENCE, () -> account.gateway().request(place), each -> !each.path("state")
                .asText()
                .equals("UNKNOWN"));
    }

    private static JsonNode lookUp(JsonNode request) {
        return request.path("lookUp");
    }

    private static Instant countsFrom(JsonNode request) {
        return Instant.parse(lookUp(request).path("countsFrom").asText());
    }

    private static void pass(Instant until) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), until.plusMillis(200));
        boolean unused = Poll.until(left, () -> false, over -> over);
    }

    private String listed(DemoAccount account, String place) throws InterruptedException {
        for (JsonNode each : account.gateway().request("/v1/requests").path("requests")) {
            if (place.endsWith(each.path("requestId").asText())) {
                return each.path("state").asText();
            }
        }
        return "not listed";
    }

    private BigDecimal left(DemoAccount account) throws InterruptedException {
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner(account.name()));
        for (JsonNode limit : owner.get("/v1/limits").path("limits")) {
            if (limit.path("rule").asText().equals("daily-cap")) {
                return new BigDecimal(limit.path("left").asText());
            }
        }
        throw new AssertionError("no daily-cap");
    }

    private String show(String place) throws InterruptedException {
        String id = place.substring(place.lastIndexOf('/') + 1);
        return new Auditor(sandbox).onTopics("show", id).said();
    }
}
