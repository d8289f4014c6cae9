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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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

    /** Most decisions are shorter; what is longer makes it grow. */
    private static final int USUAL_LENGTH = 8192;

    private ByteBuffer out = ByteBuffer.allocate(USUAL_LENGTH);

    private SigningInput() {}

    static byte[] of(DecisionBody body) {
        SigningInput input = new SigningInput();
        input.decision(body);
        return input.written();
    }

    static byte[] of(CheckpointBody body) {
        SigningInput input = new SigningInput();
        input.checkpoint(body);
        return input.written();
    }

    private byte[] written() {
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The buffer, with room for {@code octets} more. */
    private ByteBuffer room(int octets) {
        if (out.remaining() < octets) {
            int needed = Math.addExact(out.position(), octets);
            out = ByteBuffer.allocate(Math.max(needed, 2 * out.capacity())).put(out.flip());
        }
        return out;
    }

    private void checkpoint(CheckpointBody body) {
        text(CHECKPOINT);
        number(body.partition());
        room(Long.BYTES).putLong(body.entries());
        octets(body.runningHash().toBytes());
        instant(body.at());
    }

    private void decision(DecisionBody body) {
        Resolved resolved = body.resolved();
        text(resolved == null ? DECISION : RESOLUTION);
        text(body.kind().name());
        text(body.id());
        text(body.account().value());
        text(body.status().name());
        room(Long.BYTES).putLong(body.policyVersion());
        instant(body.decidedAt());
        number(body.findings().size());
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

    private void finding(Finding finding) {
        text(finding.rule().value());
        text(finding.verdict().name());
        text(finding.observed());
        text(finding.bound());
        text(finding.sentence());
        number(finding.score());
    }

    private void facts(@Nullable RequestFacts facts) {
        flag(facts != null);
        if (facts == null) {
            return;
        }
        text(facts.id().value());
        text(facts.account().value());
        text(facts.connection().fingerprint());
        text(facts.endpoint().method());
        text(facts.endpoint().path());
        flag(facts.movesFunds());
        transfer(facts.transfer());
        price(facts.price());
        IntentDigest intent = facts.intent();
        octets(intent == null ? null : intent.octets());
        octets(facts.digest().octets());
        instant(facts.deadline());
        instant(facts.receivedAt());
    }

    private void transfer(@Nullable Transfer transfer) {
        flag(transfer != null);
        if (transfer == null) {
            return;
        }
        text(transfer.amount().asset().code());
        text(transfer.amount().plain());
        text(transfer.orderId());
        Destination destination = transfer.destination();
        flag(destination != null);
        if (destination == null) {
            return;
        }
        text(destination.network());
        text(destination.address());
        text(destination.tag());
    }

    private void price(@Nullable Price price) {
        flag(price != null);
        if (price == null) {
            return;
        }
        text(price.asset().code());
        text(price.quote().code());
        text(price.value().toPlainString());
        instant(price.at());
    }

    private void text(@Nullable String text) {
        octets(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void instant(Instant instant) {
        room(Long.BYTES).putLong(instant.toEpochMilli());
    }

    private void flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
    }

    private void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    private void octets(byte @Nullable [] value) {
        if (value == null) {
            number(ABSENT);
            return;
        }
        number(value.length);
        room(value.length).put(value);
    }
}
