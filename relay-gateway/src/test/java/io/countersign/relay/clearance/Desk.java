package io.countersign.relay.clearance;

import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.StrictReader;
import io.countersign.relay.testing.Approvals;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A clearance with the approvals of an engine that it trusts, keyed by their account. */
final class Desk {

    static final byte[] KEY = Approvals.ALICE.value().getBytes(StandardCharsets.US_ASCII);

    private final Approvals approvals = new Approvals();
    private final TopicCodec<DecisionMessage> codec = new TopicCodec<>(Topics.DECISIONS, new SingleObjectFraming());
    private final Clearance clearance;

    Desk(Duration margin) {
        clearance = clearance(approvals.verifier(), margin);
    }

    /** One that trusts other engines. */
    Clearance clearance(CountersignatureVerifier verifier, Duration margin) {
        return new Clearance(
                codec,
                verifier,
                approvals.opener(),
                new Rereading(new StrictReader(EndpointCatalogue.load(), Set.of()), approvals.fingerprints()),
                margin);
    }

    Approvals approvals() {
        return approvals;
    }

    Clearance clearance() {
        return clearance;
    }

    /** The record's value when the trusted engine signs {@code body}. */
    byte[] signed(DecisionBody body) {
        return encoded(approvals.sign(body));
    }

    byte[] encoded(DecisionMessage message) {
        return codec.encode(message);
    }

    /** What is ruled on {@code body} when the trusted engine signs it. */
    Ruling rule(DecisionBody body, Instant now) {
        return clearance.rule(KEY, signed(body), now);
    }
}
