package io.countersign.replay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.replay.progress.Progress;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise P4 for the auditor: what the relay was told to send is what the journal says was approved, and nobody else said it. */
class DecisionsAuditTest {

    private static final String SEEDS = "io.countersign.domain.testing.Seeds#fewSeeds";
    private static final TopicCodec<DecisionMessage> CODEC = new TopicCodec<>(Topics.DECISIONS, MemorySource.FRAMING);
    private static final Octets SEALED = Octets.of(new byte[] {1, 2, 3});

    private EngineKeys engine;

    @BeforeEach
    void newKeys() throws GeneralSecurityException {
        engine = new EngineKeys();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void whatTheEngineWroteAgreesHoweverMuchOfItIsLeft(long seed) throws GeneralSecurityException {
        List<AccountEvent> events = events(seed);
        List<DecisionBody> all = bodies(events);

        for (int left : List.of(all.size(), all.size() / 2, 1)) {
            List<DecisionBody> kept = all.subList(all.size() - left, all.size());
            Verification found = verify(events, signed(engine, kept));
            assertThat(found.discrepancies()).isEmpty();
            assertThat(found.decisions()).isEqualTo(left);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void whoeverElseSignedIsFound(long seed) throws GeneralSecurityException {
        List<AccountEvent> events = events(seed);
        List<byte[]> decisions = signed(engine, bodies(events));
        decisions.add(1, signed(new EngineKeys(), bodies(events)).getFirst());

        assertThat(verify(events, decisions).discrepancies()).singleElement().satisfies(each -> assertThat(each.what())
                .isEqualTo("countersignature"));
    }

    @Test
    void aDecisionUnderAnothersNameIsFound() throws GeneralSecurityException {
        List<AccountEvent> events = events(1);
        MemorySource source = Journals.source(Samples.ALICE, Journals.chained(events));
        source.addDecision(0, "bob", signed(engine, bodies(events)).getLast(), Samples.NOON);

        assertThat(verify(source).discrepancies()).singleElement().satisfies(each -> assertThat(each.what())
                .isEqualTo("account"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void aCopyAnAbsenceAndASwapAreFound(long seed) throws GeneralSecurityException {
        List<AccountEvent> events = events(seed);
        List<DecisionBody> copied = new ArrayList<>(bodies(events));
        copied.add(copied.getFirst());
        List<DecisionBody> shorter = new ArrayList<>(bodies(events));
        shorter.remove(1);
        List<DecisionBody> swapped = new ArrayList<>(bodies(events));
        Collections.swap(swapped, 0, 1);

        for (List<DecisionBody> spoiled : List.of(copied, shorter, swapped)) {
            assertThat(verify(events, signed(engine, spoiled)).discrepancies())
                    .singleElement()
                    .satisfies(each -> assertThat(each.what()).isEqualTo("request"));
        }
    }

    /** As an engine would that tells the relay one thing and the journal another. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void aDecisionThatSaysAnythingElseIsFound(String what, UnaryOperator<DecisionBody> spoiler)
            throws GeneralSecurityException {
        List<AccountEvent> events = events(1);
        List<DecisionBody> bodies = new ArrayList<>(bodies(events));
        DecisionBody was = bodies.get(1);
        bodies.set(1, spoiler.apply(was));

        assertThat(verify(events, signed(engine, bodies)).discrepancies())
                .singleElement()
                .satisfies(each -> assertThat(each.what()).isEqualTo(what + " of request " + was.id()));
    }

    static Stream<Arguments> spoiled() {
        RequestFacts others =
                Objects.requireNonNull(bodies(events(1)).getFirst().facts());
        return Stream.of(
                spoiled("status", was -> judged(was, opposite(was.status()), was.findings())),
                spoiled(
                        "findings",
                        was -> judged(
                                was,
                                was.status(),
                                was.findings().subList(1, was.findings().size()))),
                spoiled("policy", was -> dated(was, was.policyVersion() + 1, was.decidedAt())),
                spoiled(
                        "time",
                        was -> dated(was, was.policyVersion(), was.decidedAt().plusMillis(1))),
                spoiled("facts", was -> asking(was, others, was.sealedRequest())),
                spoiled(
                        "sealed request",
                        was -> asking(was, was.facts(), was.sealedRequest() == null ? SEALED : null)));
    }

    private static Arguments spoiled(String what, UnaryOperator<DecisionBody> spoiler) {
        return Arguments.of(what, spoiler);
    }

    private static DecisionStatus opposite(DecisionStatus status) {
        return status == DecisionStatus.APPROVED ? DecisionStatus.REJECTED : DecisionStatus.APPROVED;
    }

    private static DecisionBody judged(DecisionBody was, DecisionStatus status, List<Finding> findings) {
        return new DecisionBody(
                was.kind(),
                was.id(),
                was.account(),
                status,
                findings,
                was.policyVersion(),
                was.decidedAt(),
                was.facts(),
                was.sealedRequest(),
                null);
    }

    private static DecisionBody dated(DecisionBody was, long policyVersion, Instant at) {
        return new DecisionBody(
                was.kind(),
                was.id(),
                was.account(),
                was.status(),
                was.findings(),
                policyVersion,
                at,
                was.facts(),
                was.sealedRequest(),
                null);
    }

    private static DecisionBody asking(DecisionBody was, @Nullable RequestFacts facts, @Nullable Octets sealed) {
        return new DecisionBody(
                was.kind(),
                was.id(),
                was.account(),
                was.status(),
                was.findings(),
                was.policyVersion(),
                was.decidedAt(),
                facts,
                sealed,
                null);
    }

    private Verification verify(List<AccountEvent> events, List<byte[]> decisions) throws GeneralSecurityException {
        MemorySource source = Journals.source(Samples.ALICE, Journals.chained(events));
        decisions.forEach(each -> source.addDecision(0, Samples.ALICE.value(), each, Samples.NOON));
        return verify(source);
    }

    private Verification verify(MemorySource source) throws GeneralSecurityException {
        return new Verifier(engine.verifier(), 1, Memory.usual(1))
                .verify(source, Journals.POLICIES, Scope.ALL, Progress.NONE);
    }

    /** With three requests and more. */
    private static List<AccountEvent> events(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed).journal();
        assertThat(bodies(events)).hasSizeGreaterThan(2);
        return events;
    }

    private static List<DecisionBody> bodies(List<AccountEvent> events) {
        return events.stream()
                .filter(RequestDecided.class::isInstance)
                .map(RequestDecided.class::cast)
                .map(DecisionsAuditTest::body)
                .toList();
    }

    private static DecisionBody body(RequestDecided decided) {
        return new DecisionBody(
                DecisionKind.REQUEST,
                decided.request().id().value(),
                decided.request().account(),
                decided.status(),
                decided.findings(),
                decided.policyVersion(),
                decided.at(),
                decided.request(),
                decided.status() == DecisionStatus.APPROVED ? SEALED : null,
                null);
    }

    private static List<byte[]> signed(EngineKeys keys, List<DecisionBody> bodies) throws GeneralSecurityException {
        List<byte[]> octets = new ArrayList<>();
        for (DecisionBody each : bodies) {
            octets.add(CODEC.encode(keys.signer().sign(each)));
        }
        return octets;
    }
}
