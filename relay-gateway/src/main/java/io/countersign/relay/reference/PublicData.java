package io.countersign.relay.reference;

import io.countersign.domain.money.Asset;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.egress.Departure;
import io.countersign.relay.egress.Egress;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.seal.WireRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Asks Binance what it tells everyone. */
public final class PublicData implements ExchangeInfoPublisher.Source {

    /** The limits of the way out may be shorter. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int OK = 200;
    private static final int LOOKS_AT_THE_CLOCK = 5;

    private final Egress http;
    private final BinanceClock clock;

    public PublicData(Egress http, BinanceClock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Several round trips, the middle one of which counts. */
    Duration clockOffset() throws IOException, InterruptedException {
        List<ClockMeasurement> measurements = new ArrayList<>();
        for (int i = 0; i < LOOKS_AT_THE_CLOCK; i++) {
            Attempt.Answered answered = ask("/api/v3/time");
            measurements.add(new ClockMeasurement(answered.sentAt(), Answers.serverTime(body(answered)), clock.ours()));
        }
        return ClockMeasurement.median(measurements);
    }

    ReferenceMessage.Prices prices(Asset quote) throws IOException, InterruptedException {
        return Answers.prices(body(ask("/api/v3/ticker/price")), quote);
    }

    ReferenceMessage.SystemStatus systemStatus() throws IOException, InterruptedException {
        return Answers.systemStatus(body(ask("/sapi/v1/system/status")));
    }

    @Override
    public Octets exchangeInfo() throws IOException, InterruptedException {
        return body(ask("/api/v3/exchangeInfo"));
    }

    private Attempt.Answered ask(String path) throws IOException, InterruptedException {
        WireRequest request = new WireRequest("GET", path, null, "", Octets.EMPTY);
        Attempt attempt;
        try {
            attempt = http.exchange(request, PATIENCE, () -> new Departure.Go(clock.ours()))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return switch (attempt) {
            case Attempt.NotSent notSent -> throw new IOException(notSent.reason());
            case Attempt.Lost lost -> throw new IOException(lost.reason());
            case Attempt.Answered answered -> answered;
        };
    }

    private static Octets body(Attempt.Answered answered) throws IOException {
        if (answered.status() != OK) {
            throw new IOException("HTTP " + answered.status());
        }
        Octets body = answered.body();
        if (body == null) {
            throw new IOException("the answer broke off or was too long");
        }
        return body;
    }
}
