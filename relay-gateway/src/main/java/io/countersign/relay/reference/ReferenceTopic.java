package io.countersign.relay.reference;

import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.kafka.RelayProducer;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.topic.Topics;
import java.util.concurrent.CompletableFuture;

/** The topic of reference data; every word carries Binance's time. */
public record ReferenceTopic(RelayProducer producer, BinanceClock clock) implements ExchangeInfoPublisher.Destination {

    @Override
    public CompletableFuture<Void> tell(ReferenceMessage.Datum datum) {
        return producer.write(Topics.REFERENCE_DATA, datum.name(), new ReferenceMessage(clock.now(), datum));
    }

    @Override
    public CompletableFuture<Void> takeAway(String name) {
        return producer.remove(Topics.REFERENCE_DATA, name);
    }

    @Override
    public void close() {
        producer.close();
    }
}
