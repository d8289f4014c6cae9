package io.countersign.relay.clearance;

import com.google.crypto.tink.HybridDecrypt;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.SealedRequests;
import io.countersign.wire.seal.WireRequest;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one record. What is not proved genuine is believed in nothing; what is genuine and cannot be sent is said never
 * to have been sent, so that its reservation is released.
 */
public final class Clearance {

    private final TopicCodec<DecisionMessage> decisions;
    private final CountersignatureVerifier verifier;
    private final HybridDecrypt requestKeys;
    private final Rereading rereading;
    private final Duration margin;

    /** A clearance that keeps {@code margin} clear of the instant at which a signature lapses. */
    public Clearance(
            TopicCodec<DecisionMessage> decisions,
            CountersignatureVerifier verifier,
            HybridDecrypt requestKeys,
            Rereading rereading,
            Duration margin) {
        this.decisions = decisions;
        this.verifier = verifier;
        this.requestKeys = requestKeys;
        this.rereading = rereading;
        this.margin = margin;
    }

    /**
     * Rules on a record of the topic of decisions at {@code now} on Binance's clock.
     *
     * @throws io.countersign.wire.codec.SchemasUnavailableException when it cannot be read now; it may be good
     */
    public Ruling rule(byte @Nullable [] key, byte @Nullable [] value, Instant now) {
        return switch (decisions.read(value)) {
            case Read.Unreadable<DecisionMessage> unreadable -> new Ruling.Distrust(unreadable.reason());
            case Read.Value<DecisionMessage> read -> rule(key, read.value(), now);
        };
    }

    /** The facts of a genuine approval, however old it is; empty for every other record. */
    public Optional<RequestFacts> approval(byte @Nullable [] key, byte @Nullable [] value) {
        // At the end of time every genuine approval is withheld, and nothing else is.
        return rule(key, value, Instant.MAX) instanceof Ruling.Withhold withheld
                ? Optional.of(withheld.facts())
                : Optional.empty();
    }

    /** When the engine took the command of a genuine decision, on the brokers' clock; empty for every other record. */
    public Optional<Instant> decidedAt(byte @Nullable [] key, byte @Nullable [] value) {
        return decisions.read(value) instanceof Read.Value<DecisionMessage> read
                        && isOf(key, read.value().body())
                        && verifier.isGenuine(read.value())
                ? Optional.of(read.value().body().decidedAt())
                : Optional.empty();
    }

    private static boolean isOf(byte @Nullable [] key, DecisionBody body) {
        return Arrays.equals(key, body.account().value().getBytes(StandardCharsets.US_ASCII));
    }

    private Ruling rule(byte @Nullable [] key, DecisionMessage decision, Instant now) {
        DecisionBody body = decision.body();
        if (!isOf(key, body)) {
            return new Ruling.Distrust("the record's key is not the decision's account");
        }
        if (!verifier.isGenuine(decision)) {
            return new Ruling.Distrust("the countersignature is not the engine's");
        }
        if (body.kind() != DecisionKind.REQUEST || body.status() != DecisionStatus.APPROVED) {
            return new Ruling.Pass();
        }
        RequestFacts facts = body.facts();
        Octets sealed = body.sealedRequest();
        if (facts == null || sealed == null) {
            return new Ruling.Distrust("an approval without facts or without a sealed request");
        }
        if (!facts.id().value().equals(body.id()) || !facts.account().equals(body.account())) {
            return new Ruling.Distrust("the decision is about another request or account than its facts");
        }
        return inTime(new Approval(facts, sealed, body.decidedAt()), now);
    }

    private Ruling inTime(Approval approval, Instant now) {
        RequestFacts facts = approval.facts();
        if (facts.movesFunds() && now.isAfter(facts.deadline().plus(SingleUse.CERTAINTY))) {
            return new Ruling.Withhold(
                    facts, OutcomeClass.UNKNOWN, "found so late that it may have been sent before", false);
        }
        if (now.isAfter(facts.deadline())) {
            return expired(facts, "its deadline had passed before it reached the relay", false);
        }
        return open(approval, now);
    }

    private Ruling open(Approval approval, Instant now) {
        RequestFacts facts = approval.facts();
        WireRequest wire;
        try {
            wire = SealedRequests.open(requestKeys, facts.account(), facts.id(), facts.digest(), approval.sealed());
        } catch (UnreadableException e) {
            return expired(facts, String.valueOf(e.getMessage()), true);
        }
        return switch (rereading.compare(facts, wire)) {
            case Rereading.Result.Different different -> expired(facts, different.reason(), true);
            case Rereading.Result.Same same -> send(approval, wire, same, now);
        };
    }

    private Ruling send(Approval approval, WireRequest wire, Rereading.Result.Same same, Instant now) {
        RequestFacts facts = approval.facts();
        Instant latest = same.lapsesAt().minus(margin);
        if (now.isAfter(latest)) {
            return expired(facts, "its signature is about to lapse", false);
        }
        Instant earlier = latest.isBefore(facts.deadline()) ? latest : facts.deadline();
        return new Ruling.Send(new ClearedRequest(facts, wire, same.question(), earlier), approval.decidedAt());
    }

    private static Ruling expired(RequestFacts facts, String reason, boolean suspect) {
        return new Ruling.Withhold(facts, OutcomeClass.EXPIRED, reason, suspect);
    }

    /** What a genuine approval says. */
    private record Approval(RequestFacts facts, Octets sealed, Instant decidedAt) {}
}
