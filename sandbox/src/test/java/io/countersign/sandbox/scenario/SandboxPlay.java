package io.countersign.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.e2e.NativeApi;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.standin.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plays a scenario with a new account on the running system: signed requests through the gateway, controls as people ask for them. */
final class SandboxPlay {

    private static final String NETWORK = "BSC";
    private static final int APPLIED = 200;

    private final DemoWorld world;
    private final NativeApi officer;
    private final DemoAccount account;
    private final NativeApi owner;
    private final Map<String, String> places = new HashMap<>();
    private final List<String> houseFreezes = new ArrayList<>();
    private String question = "";

    SandboxPlay(DemoWorld world, NativeApi officer, DemoAccount account, NativeApi owner) {
        this.world = world;
        this.officer = officer;
        this.account = account;
        this.owner = owner;
        places.put("home", world.smallOrder(account).address());
    }

    Seen play(Scenario scenario) throws InterruptedException {
        for (Scenario.Given given : scenario.given()) {
            for (int i = 0; i < (given.times() == null ? 1 : given.times()); i++) {
                was(given);
            }
        }
        Answer answer = ask(scenario.when(), account);
        return seen(answer);
    }

    /** The freezes for everyone that this scenario placed. */
    List<String> houseFreezes() {
        return houseFreezes;
    }

    private void was(Scenario.Given given) throws InterruptedException {
        if (given.transferred() != null) {
            ends(ask(given.transferred(), account), "DONE");
        } else if (given.refused() != null) {
            ends(ask(given.refused(), account.withWrongSignatures()), "REFUSED");
        } else if (given.asked() != null) {
            question = ask(given.asked(), account).json().path("confirmationId").asText();
        } else if (given.pause() != null) {
            Instant until = Instant.now().plus(Duration.parse(given.pause()));
            Instant unused = Poll.until(Instant::now, now -> !now.isBefore(until));
        } else {
            set(given);
        }
    }

    private void set(Scenario.Given given) throws InterruptedException {
        String admin = "/v1/admin/accounts/" + account.name();
        if (given.freeze() != null) {
            applied(officer.post(admin + "/freezes", freeze(given.freeze())));
        } else if (given.houseFreeze() != null) {
            JsonAnswer placed = applied(officer.post("/v1/admin/freezes", freeze(given.houseFreeze())));
            houseFreezes.add(placed.body().path("id").asText());
            JsonNode unused = Poll.until(() -> owner.get("/v1/freeze"), shown -> !shown.path("forEveryone")
                    .isEmpty());
        } else if (given.book() != null) {
            applied(owner.post("/v1/addresses", address(given.book())));
        } else if (given.unbook() != null) {
            applied(owner.send("DELETE", "/v1/addresses", address(given.unbook())));
        } else if (given.unbind() != null) {
            applied(owner.send("DELETE", "/v1/connections", Json.object().put("apiKey", account.apiKey())));
        } else if (given.tier() != null) {
            applied(officer.send("PUT", admin + "/tier", Json.object().put("tier", given.tier())));
        } else if (given.confirmed() != null) {
            applied(officer.post(admin + "/confirmations/" + question));
        } else {
            throw new IllegalArgumentException("the whole system cannot play " + given);
        }
    }

    private Answer ask(Scenario.Asked asked, DemoAccount by) {
        if (Boolean.TRUE.equals(asked.read())) {
            return by.balances();
        }
        Asset asset = new Asset(asked.asset() == null ? world.caps().quote() : asked.asset());
        Amount amount = new Amount(Objects.requireNonNull(asked.amount(), "a withdrawal has an amount"), asset);
        WithdrawOrder order = by.order(amount);
        String id = asked.order() == null ? order.id() : asked.order().equals("none") ? "" : asked.order();
        return by.withdraw(new WithdrawOrder(id, amount, place(asked.to() == null ? "home" : asked.to())));
    }

    /** Returns when the engine knows what became of it, so that the account has learnt from it. */
    private void ends(Answer answer, String state) throws InterruptedException {
        JsonNode last =
                Poll.until(this::last, request -> request.path("state").asText().equals(state));
        if (!last.path("state").asText().equals(state)) {
            throw new AssertionError("%s, and not %s: %s".formatted(last, state, answer.brief()));
        }
    }

    private Seen seen(Answer answer) throws InterruptedException {
        JsonNode decision =
                owner.get("/v1/requests/" + last().path("requestId").asText()).path("decision");
        List<Finding> findings = new ArrayList<>();
        for (JsonNode each : decision.path("findings")) {
            findings.add(new Finding(
                    new RuleId(each.path("rule").asText()),
                    Verdict.valueOf(each.path("verdict").asText()),
                    each.path("observed").asText(),
                    each.path("bound").asText(),
                    each.path("sentence").asText(),
                    each.path("score").asInt()));
        }
        boolean asks = !answer.json().path("confirmationId").asText().isEmpty();
        return new Seen(DecisionStatus.valueOf(decision.path("status").asText()), findings, asks);
    }

    private JsonNode last() throws InterruptedException {
        return owner.get("/v1/requests?limit=1").path("requests").path(0);
    }

    private String place(String name) {
        return places.computeIfAbsent(name, absent -> world.strangersAddress());
    }

    private JsonNode address(String name) {
        return Json.object().put("network", NETWORK).put("address", place(name));
    }

    private static JsonNode freeze(Scenario.Frozen frozen) {
        ObjectNode body = Json.object().put("reason", "a scenario");
        if (frozen.asset() != null) {
            body.put("scope", "ASSET").put("of", frozen.asset());
        } else if ("EVERYTHING".equals(frozen.scope())) {
            body.put("scope", "EVERYTHING");
        } else {
            body.put("scope", "ENDPOINTS").put("of", frozen.scope());
        }
        if (frozen.lasts() != null) {
            body.put("until", Instant.now().plus(Duration.parse(frozen.lasts())).toString());
        }
        return body;
    }

    private static JsonAnswer applied(JsonAnswer answer) {
        if (answer.status() != APPLIED) {
            throw new AssertionError("%d: %s".formatted(answer.status(), answer.body()));
        }
        return answer;
    }
}
