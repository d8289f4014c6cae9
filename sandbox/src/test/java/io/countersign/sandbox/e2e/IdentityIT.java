package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.keys.TokenKeys;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose request it is, shown by token and signature, over the real system. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class IdentityIT {
    private final Sandbox sandbox;
    private final DemoWorld world;

    IdentityIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    /** At once after the API key was connected: the answer to that has waited for the gateway's own view. */
    @ParameterizedTest
    @EnumSource(names = {"RSA", "ED25519"})
    void aChangedOctetIsRefusedBeforeTheLog(KeyType type) throws Exception {
        DemoAccount account = world.open("tampered-" + type.label(), type);

        for (Octets signed : List.of(
                HandSigned.inBody(account, world.smallOrder(account)),
                HandSigned.mixed(account, world.smallOrder(account)))) {
            HttpMessage refused = world.sendAgain(withAnotherAmount(signed));
            JsonNode problem = Json.read(refused.text()).orElseThrow();
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(problem.path("type").asText()).endsWith(":invalid-signature");
            assertThat(problem.path("code").asInt()).isEqualTo(-1022);
        }
        assertThat(Evidence.settled(sandbox).requests())
                .noneMatch(each -> each.facts().account().value().equals(account.name()));

        HttpMessage right = world.sendAgain(HandSigned.mixed(account, world.smallOrder(account)));
        assertThat(right.status()).as(right.text()).isEqualTo(200);
        assertThat(world.standIn().requests(account.apiKey())).hasSize(1);
    }

    @Test
    void anApiKeyOfAnotherAccountIsRefusedAndRecorded() throws Exception {
        DemoAccount alice = world.open("robbed", KeyType.ED25519);
        DemoAccount mallory = world.openUnbound("robber", KeyType.ED25519);
        Octets signed = replace(HandSigned.inBody(alice, world.smallOrder(alice)), alice.token(), mallory.token());

        HttpMessage refused = world.sendAgain(signed);

        refusedAndRecorded(refused, mallory);
        assertThat(world.standIn().requests(alice.apiKey())).isEmpty();
    }

    @Test
    void anApiKeyThatIsNobodysIsRefusedAndRecorded() throws Exception {
        DemoAccount account = world.openUnbound("unconnected", KeyType.RSA);

        HttpMessage refused = world.sendAgain(HandSigned.inBody(account, world.smallOrder(account)));

        refusedAndRecorded(refused, account);
    }

    @Test
    void tokensOfANewKeyAreGoodAndThoseOfTheOldOneStayGood() throws Exception {
        DemoAccount account = world.open("rotating", KeyType.HMAC);
        TokenRequest owner = TokenRequest.owner(account.name());
        NativeApi before = NativeApi.with(sandbox, owner);

        String next = new TokenKeys(sandbox.files().keys()).rotate();
        NativeApi after = NativeApi.with(sandbox, owner);

        assertThat(next).isNotBlank();
        assertThat(after.get("/v1/addresses").path("addresses")).isNotEmpty();
        assertThat(before.get("/v1/addresses").path("addresses")).isNotEmpty();
        assertThat(account.withdraw(world.smallOrder(account)).isOk()).isTrue();
    }

    /** Whatever the document lists: nobody has to remember a path here. */
    @Test
    void nothingUnderV1IsForNobodyAndNothingUnderAdminForAnOwner() throws Exception {
        DocumentedApi api = DocumentedApi.of(sandbox);
        String owner = sandbox.token(TokenRequest.owner("somebody"));
        Set<String> wrong = new TreeSet<>();

        for (DocumentedApi.Operation operation : api.operations()) {
            int nobodys = api.status(operation, null);
            int owners = operation.isForOfficers() ? api.status(operation, owner) : 403;
            if (nobodys != 401 || owners != 403) {
                wrong.add("%s: %d for nobody, %d for an owner".formatted(operation, nobodys, owners));
            }
        }

        assertThat(api.operations()).hasSizeGreaterThan(25);
        assertThat(api.operations()).anyMatch(DocumentedApi.Operation::isForOfficers);
        assertThat(wrong).isEmpty();
    }

    private void refusedAndRecorded(HttpMessage refused, DemoAccount account) throws InterruptedException {
        JsonNode problem = Json.read(refused.text()).orElseThrow();
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(problem.path("findings").toString()).contains("connection-bound");
        assertThat(Evidence.settled(sandbox).events(RequestDecided.class))
                .filteredOn(each -> each.request().account().equals(new AccountId(account.name())))
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(DecisionStatus.REJECTED));
    }

    /** Another first digit. */
    private static Octets withAnotherAmount(Octets signed) {
        String text = text(signed);
        int digit = text.indexOf("amount=") + "amount=".length();
        char other = text.charAt(digit) == '9' ? '8' : '9';
        return octets(text.substring(0, digit) + other + text.substring(digit + 1));
    }

    private static Octets replace(Octets signed, String from, String to) {
        return octets(text(signed).replace(from, to));
    }

    private static String text(Octets octets) {
        return new String(octets.toBytes(), StandardCharsets.US_ASCII);
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
