package io.countersign.relay.clearance;

import io.countersign.domain.request.RequestFacts;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.reading.SignatureWindow;
import io.countersign.reading.StrictReader;
import io.countersign.relay.lookup.Question;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.seal.WireRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the octets as the gateway should have read them. A gateway that told the engine something else is found out here. */
public final class Rereading {

    private final StrictReader reader;
    private final ApiKeyFingerprints fingerprints;

    public Rereading(StrictReader reader, ApiKeyFingerprints fingerprints) {
        this.reader = reader;
        this.fingerprints = fingerprints;
    }

    /** What {@code wire} says, compared to the approved {@code facts}. */
    Result compare(RequestFacts facts, WireRequest wire) {
        return switch (reader.read(wire)) {
            case Reading.Understood understood -> compare(facts, understood);
            case Reading.PublicQuery ignored -> new Result.Different("the sealed request is not a signed one");
            case Reading.Refused refused ->
                new Result.Different("the sealed request has no single reading: " + refused.message());
        };
    }

    private Result compare(RequestFacts facts, Reading.Understood read) {
        // Under a second name the engine would not know the same request again.
        if (!facts.id().equals(RequestNaming.name(read))) {
            return new Result.Different("the sealed request has another name than the approved one");
        }
        if (!facts.connection().equals(fingerprints.of(read.wire().apiKey()))) {
            return new Result.Different("the sealed request has another API key than the approved one");
        }
        if (!facts.endpoint().equals(read.endpoint().endpoint())) {
            return new Result.Different("the sealed request is for another endpoint than the approved one");
        }
        if (facts.movesFunds() != read.endpoint().movesFunds() || !Objects.equals(facts.transfer(), read.transfer())) {
            return new Result.Different("the sealed request moves other funds than the approved ones");
        }
        if (facts.intent() != null && !facts.intent().equals(RequestNaming.intent(read))) {
            return new Result.Different("the sealed request asks for something else than the confirmed intent");
        }
        if (facts.deadline().isAfter(read.window().lapsesAt())) {
            return new Result.Different("the sealed request lapses before the approved deadline");
        }
        if (facts.deadline().isBefore(read.window().lapsesAt().minus(SignatureWindow.LONGEST_MARGIN))) {
            return new Result.Different("the sealed request lives much longer than the approved deadline");
        }
        return new Result.Same(
                read.window().lapsesAt(), Question.of(read, facts.connection()).orElse(null));
    }

    /** What came of comparing. */
    sealed interface Result {

        /** The octets say what was judged; Binance accepts them until {@code lapsesAt}. They ask {@code question}, or null. */
        record Same(Instant lapsesAt, @Nullable Question question) implements Result {}

        /** They say something else, or have no single reading. */
        record Different(String reason) implements Result {}
    }
}
