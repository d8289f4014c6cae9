package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.e2e.EventReader.Event;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a client follows what it asked for: it waits, asks again, or is told. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class FollowIT {
    private final Sandbox sandbox;
    private final DemoWorld world;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FollowIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void aRequestIsToldStateByStateUntilItIsSettled() throws Exception {
        DemoAccount account = world.open("followed", KeyType.HMAC);
        String id = requestId(account.withdrawLater(world.smallOrder(account)));

        try (EventReader reader = EventReader.open(url("/v1/requests/" + id), headers(account))) {
            assertThat(reader.hasEnded()).isTrue();

            List<Event> events = reader.events();
            assertThat(events.getLast().name()).isEqualTo("end");
            assertThat(events.getLast().data().path("reason").asText()).isEqualTo("SETTLED");
            Event last = events.get(events.size() - 2);
            assertThat(last.id()).isEqualTo("DONE");
            assertThat(last.data().path("answer").path("status").asInt()).isEqualTo(200);
        }
        Map<String, String> again = headers(account);
        again.put("Last-Event-ID", "DONE");
        try (EventReader reader = EventReader.open(url("/v1/requests/" + id), again)) {
            assertThat(reader.status()).as("a browser stays away").isEqualTo(204);
        }
    }

    @Test
    void anAccountIsToldWhatHappensToItAndToNobodyElse() throws Exception {
        DemoAccount account = world.open("told", KeyType.HMAC);
        DemoAccount other = world.open("not-told", KeyType.HMAC);
        try (EventReader mine = EventReader.open(url("/v1/events"), headers(account));
                EventReader theirs = EventReader.open(url("/v1/events"), headers(other))) {
            Answer refused = account.withdraw(world.smallOrder(account).to(world.strangersAddress()));
            owner(account).post("/v1/freeze", Json.object().put("reason", "lost"));
            List<Event> events = mine.until(each -> each.name().equals("control"));

            Event request = named(events, "request");
            assertThat(request.data().path("requestId").asText()).isEqualTo(requestId(refused));
            assertThat(request.data().path("state").asText()).isEqualTo("REJECTED");
            assertThat(named(events, "control").data().path("change").asText()).isEqualTo("freeze");
            other.balances();
            List<Event> heard =
                    theirs.until(each -> each.data().path("state").asText().equals("DONE"));
            assertThat(heard).extracting(Event::name).contains("request").doesNotContain("control");
            assertThat(heard.toString()).doesNotContain(requestId(refused)).doesNotContain(account.name());
        }
    }

    @Test
    void aStreamGoesOnAtAGatewayThatWasRestarted() throws Exception {
        DemoAccount account = world.open("resumed", KeyType.HMAC);
        String lastId;
        try (EventReader reader = EventReader.open(url("/v1/events"), headers(account))) {
            account.withdraw(world.smallOrder(account).to(world.strangersAddress()));
            lastId = reader.until(each -> each.name().equals("request"))
                    .getLast()
                    .id();
        }
        String missed = requestId(account.withdraw(world.smallOrder(account).to(world.strangersAddress())));
        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);

        Map<String, String> headers = headers(account);
        headers.put("Last-Event-ID", lastId);
        try (EventReader reader = EventReader.open(url("/v1/events"), headers)) {
            List<Event> events = reader.until(each -> each.name().equals("request"));

            assertThat(events.getFirst().name()).isEqualTo("resumed");
            assertThat(events.stream().filter(each -> each.name().equals("request")))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.data().path("requestId").asText()).isEqualTo(missed));
        }
        headers.put("Last-Event-ID", "0.0");
        headers.put("Authorization", "Bearer " + account.token() + "x");
        try (EventReader reader = EventReader.open(url("/v1/events"), headers)) {
            assertThat(reader.status()).isEqualTo(401);
        }
    }

    @Test
    void aWaitEndsWithTheChange() throws Exception {
        DemoAccount account = world.open("waiting", KeyType.HMAC);
        world.standIn().misbehave("POST", "/sapi/v1/capital/withdraw/apply", "hang-after", 1);
        String id = requestId(account.withdrawLater(world.smallOrder(account)));

        HttpResponse<String> first = get("/v1/requests/" + id, account, Map.of("Prefer", "wait=30"));
        HttpResponse<String> unasked = get("/v1/requests/" + id, account, Map.of("Prefer", "wait=soon"));
        HttpResponse<String> short_ = get("/v1/requests/" + id, account, Map.of("Prefer", "wait=0"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Preference-Applied")).contains("wait=30");
        assertThat(unasked.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(short_.headers().firstValue("Preference-Applied")).contains("wait=0");
    }

    @Test
    void whatIsAsItWasIsNotSentAgainAndNothingIsKept() throws Exception {
        DemoAccount account = world.open("tagged", KeyType.HMAC);
        HttpResponse<String> first = get("/v1/addresses", account, Map.of());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = get("/v1/addresses", account, Map.of("If-None-Match", tag));
        owner(account).post("/v1/addresses", Json.object().put("network", "BSC").put("address", "0x" + "b".repeat(40)));
        HttpResponse<String> changed = get("/v1/addresses", account, Map.of("If-None-Match", tag));

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(List.of(first, same, changed))
                .allSatisfy(each ->
                        assertThat(each.headers().firstValue("Cache-Control")).contains("no-store"));
    }

    @Test
    void aKeyIsForOneChangeEvenAfterARestart() throws Exception {
        NativeApi officer = keyed(TokenRequest.officer(Officers.FIRST), "policy-1");
        String usual = new PolicyDesk(sandbox).as(Officers.FIRST).document(new PolicyDesk(sandbox).live());
        JsonNode document = Json.object().put("yaml", usual);

        JsonAnswer first = officer.post("/v1/admin/policies", document);
        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);
        JsonAnswer again = officer.post("/v1/admin/policies", document);
        JsonAnswer other = officer.post("/v1/admin/policies", Json.object().put("yaml", usual + "\n"));
        JsonAnswer another =
                keyed(TokenRequest.officer(Officers.SECOND), "policy-1").post("/v1/admin/policies", document);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("type").asText()).endsWith(":idempotency-key-reused");
        assertThat(another.body().path("version").asLong())
                .as("somebody else's key is another one")
                .isGreaterThan(first.body().path("version").asLong());
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        DemoAccount account = world.open("problems", KeyType.HMAC);

        assertThat(owner(account)
                        .send("PUT", "/v1/limits", Json.object())
                        .body()
                        .path("type")
                        .asText())
                .endsWith(":method-not-allowed");
        assertThat(get("/v1/limits", account, Map.of("Accept", "image/png")).statusCode())
                .isEqualTo(406);
        assertThat(get("/v1/nothing", account, Map.of()).body()).contains(":not-found");
        HttpResponse<String> plain = http.send(
                HttpRequest.newBuilder(URI.create(url("/v1/addresses")))
                        .header("Authorization", "Bearer " + account.token())
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(plain.body()).contains(":unsupported-content-type");
    }

    private NativeApi owner(DemoAccount account) {
        return NativeApi.with(sandbox, TokenRequest.owner(account.name()));
    }

    private NativeApi keyed(TokenRequest token, String key) {
        NativeApi api = NativeApi.with(sandbox, token);
        Map<String, String> headers = new HashMap<>(api.headers());
        headers.put("Idempotency-Key", key);
        return new NativeApi(api.http(), headers);
    }

    private HttpResponse<String> get(String path, DemoAccount account, Map<String, String> more) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        headers(account).forEach(request::header);
        more.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, String> headers(DemoAccount account) {
        return new HashMap<>(Map.of("Authorization", "Bearer " + account.token()));
    }

    private String url(String path) {
        return sandbox.addresses().gateway() + path;
    }

    private static String requestId(Answer answer) {
        return answer.json().path("requestId").asText();
    }

    private static Event named(List<Event> events, String name) {
        return events.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
