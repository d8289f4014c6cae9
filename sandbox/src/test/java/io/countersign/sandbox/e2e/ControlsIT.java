package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people change, over the real system: each change is asked for as a person asks, and felt by a signed request. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class ControlsIT {
    private static final String ASK_FIRST = """
            custom:
              - id: ask-first
                when: transfer.hasDestination && account.id == "%s"
                then: %s
                sentence: "confirm it, then sign again"
            """;

    private final Sandbox sandbox;
    private final DemoWorld world;
    private final PolicyDesk desk;
    private final NativeApi officer;
    private final NativeApi otherOfficer;

    ControlsIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
        this.desk = new PolicyDesk(sandbox);
        this.officer = NativeApi.with(sandbox, TokenRequest.officer(Officers.FIRST));
        this.otherOfficer = NativeApi.with(sandbox, TokenRequest.officer(Officers.SECOND));
    }

    @Test
    void aLimitIsShownAndShrinksByWhatWasWithdrawn() throws Exception {
        DemoAccount account = world.open("limits", KeyType.HMAC);
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner(account.name()));
        BigDecimal before = left(owner.get("/v1/limits"), "daily-cap");

        WithdrawOrder order = world.smallOrder(account);
        Answer withdrawn = account.withdraw(order);

        assertThat(withdrawn.isOk()).as(withdrawn.brief()).isTrue();
        JsonNode after = owner.get("/v1/limits");
        assertThat(before).isEqualByComparingTo(world.caps().perDay().value());
        assertThat(left(after, "daily-cap"))
                .isEqualByComparingTo(before.subtract(order.amount().value()));
        assertThat(after.path("stale").asBoolean(true)).isFalse();
        assertThat(owner.get("/v1/requests?limit=1")
                        .path("requests")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        assertThat(owner.get("/v1/connections").toString()).doesNotContain(account.apiKey());
    }

    /** Two officers publish the rule; the owner's second factor answers it, once; then it is rolled back. */
    @Test
    void whatNeedsAConfirmationPassesOnceAfterIt() throws Exception {
        DemoAccount account = world.open("confirming", KeyType.ED25519);
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner(account.name()));
        NativeApi proved =
                NativeApi.with(sandbox, TokenRequest.owner(account.name()).withSecondFactor());
        long first = desk.live();
        String usual = desk.as(Officers.FIRST).document(first);
        long asking = desk.publish(usual + ASK_FIRST.formatted(account.name(), "STEP_UP"));
        WithdrawOrder order = world.smallOrder(account);

        Answer refused = account.withdraw(order);
        String question = refused.json().path("confirmationId").asText();
        JsonNode pending = owner.get("/v1/confirmations").path("confirmations").path(0);
        JsonNode seen =
                owner.get("/v1/requests/" + refused.json().path("requestId").asText());
        JsonAnswer withoutFactor = owner.post("/v1/confirmations/" + question);
        JsonAnswer confirmed = proved.post("/v1/confirmations/" + question);
        Answer passed = account.withdraw(order);
        Answer another = account.withdraw(world.smallOrder(account));

        assertThat(refused.status()).as(refused.brief()).isEqualTo(403);
        assertThat(refused.json().path("type").asText()).endsWith(":confirmation-required");
        assertThat(List.of(refused.json(), seen.path("decision"))).allSatisfy(each -> asksWhatIsPending(each, pending));
        assertThat(withoutFactor.status()).isEqualTo(403);
        assertThat(withoutFactor.body().path("type").asText()).endsWith(":second-factor-required");
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        assertThat(passed.isOk()).as(passed.brief()).isTrue();
        assertThat(another.json().path("confirmationId").asText())
                .as("once, and for nothing else")
                .isNotEmpty()
                .isNotEqualTo(question);
        assertThatThrownBy(() -> desk.as(Officers.SECOND).confirm(first))
                .as("an old version comes back as a new one only")
                .isInstanceOf(SandboxException.class);

        assertThat(desk.publish(usual)).isEqualTo(asking + 1);
        Answer afterwards = account.withdraw(world.smallOrder(account));
        assertThat(afterwards.isOk()).as(afterwards.brief()).isTrue();
    }

    /** Which question, and the engine's word on when it ends. */
    private static void asksWhatIsPending(JsonNode told, JsonNode pending) {
        assertThat(told.path("confirmationId").asText())
                .isEqualTo(pending.path("id").asText())
                .isNotEmpty();
        assertThat(Instant.parse(told.path("confirmBefore").asText()))
                .isEqualTo(Instant.parse(pending.path("expiresAt").asText()));
    }

    @Test
    void aPolicyInShadowRefusesNobody() throws Exception {
        DemoAccount account = world.open("shadowed", KeyType.HMAC);
        String usual = desk.as(Officers.FIRST).document(desk.live());
        long strict = desk.as(Officers.FIRST).publish(usual + ASK_FIRST.formatted(account.name(), "REJECT"));

        desk.as(Officers.FIRST).shadow(strict);
        Answer withdrawn = account.withdraw(world.smallOrder(account));
        String state = desk.state(strict);
        desk.as(Officers.FIRST).shadow(0);

        assertThat(withdrawn.isOk()).as(withdrawn.brief()).isTrue();
        assertThat(state).isEqualTo("SHADOW");
        assertThat(desk.state(strict)).isEqualTo("PROPOSED");
        assertThatThrownBy(() -> desk.as(Officers.FIRST).confirm(strict))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("ask another officer");
    }

    @Test
    void aPolicyThatNobodyCanReadIsRefusedWithItsLine() throws Exception {
        JsonAnswer answer = officer.post("/v1/admin/policies", Json.object().put("yaml", "zone: UTC\nquotes: USDT\n"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").asText()).contains("line 2").contains("quotes");
    }

    @Test
    void aFreezeIsLiftedBySomebodyElse() throws Exception {
        DemoAccount account = world.open("frozen-in-part", KeyType.HMAC);
        String freezes = "/v1/admin/accounts/" + account.name() + "/freezes";

        String id = officer.post(
                        freezes,
                        Json.object()
                                .put("scope", "ENDPOINTS")
                                .put("of", "FUND_MOVING")
                                .put("reason", "asked"))
                .body()
                .path("id")
                .asText();
        Answer refused = account.withdraw(world.smallOrder(account));
        Answer read = account.balances();
        JsonAnswer own = officer.lift(freezes + "/" + id);
        JsonAnswer other = otherOfficer.lift(freezes + "/" + id);
        Answer withdrawn = account.withdraw(world.smallOrder(account));

        assertThat(refused.objection("account-freeze")).isPresent();
        assertThat(read.isOk()).as(read.brief()).isTrue();
        assertThat(own.status()).isEqualTo(409);
        assertThat(other.status()).as(other.body().toString()).isEqualTo(200);
        assertThat(withdrawn.isOk()).as(withdrawn.brief()).isTrue();
    }

    @Test
    void aFreezeOfAnAssetHoldsForEveryone() throws Exception {
        DemoAccount account = world.open("everyone-frozen", KeyType.HMAC);
        String id = officer.post(
                        "/v1/admin/freezes",
                        Json.object()
                                .put("scope", "ASSET")
                                .put("of", world.caps().quote())
                                .put("reason", "delisted"))
                .body()
                .path("id")
                .asText();

        Answer refused = Poll.until(() -> account.withdraw(world.smallOrder(account)), answer -> !answer.isOk());
        JsonNode shown =
                NativeApi.with(sandbox, TokenRequest.owner(account.name())).get("/v1/freeze");
        JsonAnswer lifted = otherOfficer.lift("/v1/admin/freezes/" + id);
        Answer withdrawn = Poll.until(() -> account.withdraw(world.smallOrder(account)), Answer::isOk);

        assertThat(refused.objection("account-freeze")).isPresent();
        assertThat(shown.path("forEveryone").path(0).path("reason").asText()).isEqualTo("delisted");
        assertThat(lifted.status()).as(lifted.body().toString()).isEqualTo(200);
        assertThat(withdrawn.isOk()).as(withdrawn.brief()).isTrue();
    }

    @Test
    void aTierThatThePolicyDoesNotHaveIsNotAssigned() throws Exception {
        JsonAnswer answer = officer.send(
                "PUT", "/v1/admin/accounts/somebody/tier", Json.object().put("tier", "nope"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void anOwnerIsNoOfficerAndNobodyIsTheHouse() throws Exception {
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner("mallory"));
        NativeApi house = NativeApi.with(sandbox, TokenRequest.officer("_house"));

        assertThat(owner.post("/v1/admin/policies/1/confirmation").status()).isEqualTo(403);
        assertThat(house.post("/v1/admin/policies/1/confirmation").status()).isEqualTo(401);
        assertThat(officer.get("/v1/admin/accounts/_house/limits")
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    private static BigDecimal left(JsonNode limits, String rule) {
        for (JsonNode limit : limits.path("limits")) {
            if (limit.path("rule").asText().equals(rule)) {
                return new BigDecimal(limit.path("left").asText());
            }
        }
        throw new AssertionError("no limit " + rule + " in " + limits);
    }
}
