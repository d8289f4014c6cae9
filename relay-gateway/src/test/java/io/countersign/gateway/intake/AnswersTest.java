package io.countersign.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.view.PolicyView;
import io.countersign.gateway.view.Questions;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestStatus;
import io.countersign.gateway.view.RequestView;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.Resolved;
import io.countersign.wire.seal.SealedAnswers;
import io.countersign.wire.seal.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final RequestId ID = new RequestId("a".repeat(32));
    private static final RequestKey KEY = new RequestKey(new AccountId("alice"), ID);
    private static final Octets BODY = Octets.of("{\"id\":\"7\"}".getBytes(StandardCharsets.UTF_8));

    private static final String POLICY = """
            zone: UTC
            quote: USDT
            endpoints: [GET /api/v3/account]
            limits: {perTransaction: 1, calendarDay: 1, rolling24h: 1}
            priceMaxAge: PT60S
            retryHorizon: PT1H
            stepUp: {answerWithin: PT20M, useWithin: PT1M}
            """;

    private HybridEncrypt toGateway = (plain, context) -> plain;
    private final PolicyView policies = new PolicyView();
    private final Questions questions = new Questions(new RequestView(Duration.ofHours(1), 1L << 20), policies);
    private Answers answers = new Answers((cipher, context) -> cipher, questions);

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        HybridConfig.register();
        KeysetHandle keys = KeysetHandle.generateNew(
                HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.TINK)
                        .build(),
                RegistryConfiguration.get());
        toGateway = keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        answers = new Answers(keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class), questions);
    }

    @Test
    void binancesAnswerIsPassedOnAsItCame() {
        Reply reply = answers.settled(answered(400, "X-SAPI-USED-UID-WEIGHT-1M", "900"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(BODY);
        assertThat(reply.headers()).containsExactly(new Reply.Field("X-SAPI-USED-UID-WEIGHT-1M", "900"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308, 408, 421, 101})
    void anAnswerThatMakesClientsResendIsWithheld(int status) {
        Reply reply = answers.settled(answered(status, "Location", "/again"));

        assertThat(reply.status()).isEqualTo(502);
        assertThat(text(reply)).contains("\"code\":-1006").contains(ID.value());
    }

    @Test
    void aRetryAtOnceIsNotPassedOn() {
        Reply reply = answers.settled(answered(503, "Retry-After", "0"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, 400, -1021", "UNKNOWN, 504, -1007", "DONE, 502, -1006"})
    void anOutcomeWithoutAnswerIsAProblem(OutcomeClass outcome, int status, int code) {
        Reply reply = answers.settled(status(outcome, null));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(text(reply)).contains("\"code\":" + code).contains("/v1/requests/" + ID);
    }

    @Test
    void whatBinancesLimitsHeldBackSaysWhenToSignAgain() {
        OutcomeMessage held = new OutcomeMessage(
                KEY.account(),
                new Outcome(ID, OutcomeClass.EXPIRED, null, null, "a reason", null),
                null,
                Duration.ofSeconds(9));

        Reply reply = answers.settled(new RequestStatus(KEY, null, null, null, held, null));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers()).contains(new Reply.Field("Retry-After", "9"));
        assertThat(text(reply)).contains("urn:countersign:problem:held-back", "\"code\":-1003", "a reason");
    }

    @Test
    void whatAPersonMustConfirmNamesTheQuestion() {
        ConfirmationId question = ConfirmationId.raisedBy(ID);
        policies.published(new PolicyMessage(1, POLICY, "officer-1", Instant.EPOCH));
        Finding asks = Finding.stepUp(new RuleId("custom-ask"), "", "", "confirm it first");
        RequestStatus.Judgement judgement =
                new RequestStatus.Judgement(DecisionStatus.REJECTED, List.of(asks), 1, Instant.EPOCH, question);

        Reply reply = answers.settled(new RequestStatus(KEY, null, null, judgement, null, null));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(text(reply))
                .contains("urn:countersign:problem:confirmation-required")
                .contains("\"confirmationId\":\"" + question.value())
                .contains("\"confirmBefore\":\"1970-01-01T00:20:00Z\"")
                .contains("confirm it first");
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTED,     502, unusable-answer",
        "FAILED,       409, not-executed",
        "NOT_EXECUTED, 409, not-executed"
    })
    void whatLookUpsShowedIsSaidInsteadOfAnAnswerThatIsNone(Resolution resolution, int code, String type) {
        Octets failure = SealedAnswers.seal(toGateway, KEY.account(), ID, new WireAnswer(503, List.of(), BODY));
        RequestStatus unknown = status(OutcomeClass.UNKNOWN, failure);
        Resolved resolved = new Resolved(resolution, ID, "a reason");

        Reply reply = answers.settled(new RequestStatus(KEY, null, null, null, unknown.outcome(), resolved));
        Reply untold = answers.settled(new RequestStatus(KEY, null, null, null, null, resolved));

        assertThat(reply.status()).isEqualTo(code).isEqualTo(untold.status());
        assertThat(text(reply)).contains("urn:countersign:problem:" + type);
    }

    private RequestStatus answered(int code, String header, String value) {
        WireAnswer answer = new WireAnswer(code, List.of(new WireAnswer.Header(header, value)), BODY);
        return status(OutcomeClass.REFUSED, SealedAnswers.seal(toGateway, KEY.account(), ID, answer));
    }

    private static RequestStatus status(OutcomeClass outcome, @Nullable Octets answer) {
        OutcomeMessage message =
                new OutcomeMessage(KEY.account(), new Outcome(ID, outcome, null, null, "a reason", null), answer, null);
        return new RequestStatus(KEY, null, null, null, message, null);
    }

    private static String text(Reply reply) {
        return new String(reply.body().toBytes(), StandardCharsets.UTF_8);
    }
}
