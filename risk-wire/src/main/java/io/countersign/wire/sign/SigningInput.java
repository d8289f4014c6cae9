package io.countersign.wire.sign;

import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.Resolved;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The octets that a signature is made over: a purpose, then every field in a fixed order, what varies with its length, what is
 * absent with length -1. The purpose keeps a signature over one kind of message from being one over another. Not Avro, so that a schema may grow without old signatures failing.
 */
final class SigningInput {

    private static final String DECISION = "countersign/decision/v2";
    /** Of a decision that also tells what became of its request. */
    private static final String RESOLUTION = "countersign/resolution/v1";

    private static final String CHECKPOINT = "countersign/checkpoint/v1";
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(octets);

    private SigningInput() {}

    static byte[] of(DecisionBody body) {
        return written(input -> input.decision(body));
    }

    static byte[] of(CheckpointBody body) {
        return written(input -> input.checkpoint(body));
    }

    private static byte[] written(Writing writing) {
        SigningInput input = new SigningInput();
        try {
            writing.into(input);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        return input.octets.toByteArray();
    }

    private interface Writing {
        void into(SigningInput input) throws IOException;
    }

    private void checkpoint(CheckpointBody body) throws IOException {
        text(CHECKPOINT);
        out.writeInt(body.partition());
        out.writeLong(body.entries());
        octets(body.runningHash().toBytes());
        instant(body.at());
    }

    private void decision(DecisionBody body) throws IOException {
        Resolved resolved = body.resolved();
        text(resolved == null ? DECISION : RESOLUTION);
        text(body.kind().name());
        text(body.id());
        text(body.account().value());
        text(body.status().name());
        out.writeLong(body.policyVersion());
        instant(body.decidedAt());
        out.writeInt(body.findings().size());
        for (Finding finding : body.findings()) {
            finding(finding);
        }
        facts(body.facts());
        Octets sealed = body.sealedRequest();
        octets(sealed == null ? null : sealed.toBytes());
        ConfirmationId confirmation = body.confirmation();
        text(confirmation == null ? null : confirmation.value());
        if (resolved != null) {
            text(resolved.resolution().name());
            text(resolved.lookUp().value());
            text(resolved.reason());
        }
    }

    private void finding(Finding finding) throws IOException {
        text(finding.rule().value());
        text(finding.verdict().name());
        text(finding.observed());
        text(finding.bound());
        text(finding.sentence());
        out.writeInt(finding.score());
    }

    private void facts(@Nullable RequestFacts facts) throws IOException {
        out.writeBoolean(facts != null);
        if (facts == null) {
            return;
        }
        text(facts.id().value());
        text(facts.account().value());
        text(facts.connection().fingerprint());
        text(facts.endpoint().method());
        text(facts.endpoint().path());
        out.writeBoolean(facts.movesFunds());
        transfer(facts.transfer());
        price(facts.price());
        IntentDigest intent = facts.intent();
        octets(intent == null ? null : intent.octets());
        octets(facts.digest().octets());
        instant(facts.deadline());
        instant(facts.receivedAt());
    }

    private void transfer(@Nullable Transfer transfer) throws IOException {
        out.writeBoolean(transfer != null);
        if (transfer == null) {
            return;
        }
        text(transfer.amount().asset().code());
        text(transfer.amount().plain());
        text(transfer.orderId());
        Destination destination = transfer.destination();
        out.writeBoolean(destination != null);
        if (destination == null) {
            return;
        }
        text(destination.network());
        text(destination.address());
        text(destination.tag());
    }

    private void price(@Nullable Price price) throws IOException {
        out.writeBoolean(price != null);
        if (price == null) {
            return;
        }
        text(price.asset().code());
        text(price.quote().code());
        text(price.value().toPlainString());
        instant(price.at());
    }

    private void text(@Nullable String text) throws IOException {
        octets(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void instant(Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    private void octets(byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(ABSENT);
            return;
        }
        out.writeInt(value.length);
        out.write(value);
    }
}
