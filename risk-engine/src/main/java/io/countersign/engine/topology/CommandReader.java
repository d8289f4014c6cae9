package io.countersign.engine.topology;

import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * From a record's octets to a command. A key that is not the value's account is unreadable too, and so is a record in a partition
 * that is not the account's: each is another writer's.
 */
final class CommandReader {

    private final EngineCodecs codecs;

    private final Ownership ownership;

    CommandReader(EngineCodecs codecs, Ownership ownership) {
        this.codecs = codecs;
        this.ownership = ownership;
    }

    Read<Incoming> read(RecordMetadata origin, byte @Nullable [] key, byte @Nullable [] value, Instant at) {
        String topic = origin.topic();
        Read<Incoming> incoming = readValue(topic, value, at);
        if (!(incoming instanceof Read.Value<Incoming> read)) {
            return incoming;
        }
        String account = read.value().account().value();
        if (key == null || !account.equals(new String(key, StandardCharsets.UTF_8))) {
            return new Read.Unreadable<>("the key on %s is not the account of the value".formatted(topic));
        }
        if (!ownership.isHome(key, origin.partition())) {
            return new Read.Unreadable<>(
                    "partition %d of %s is not the account's: write with Kafka's default partitioner"
                            .formatted(origin.partition(), topic));
        }
        return read;
    }

    private Read<Incoming> readValue(String topic, byte @Nullable [] value, Instant at) {
        if (topic.equals(Topics.REQUESTS.name())) {
            return map(
                    codecs.requests().read(value),
                    message -> new Incoming.SignedRequest(message.facts(), message.sealedRequest()));
        }
        if (topic.equals(Topics.CONTROLS.name())) {
            return map(codecs.controls().read(value), Incoming.ControlIn::new);
        }
        if (topic.equals(Topics.OUTCOMES.name())) {
            return map(codecs.outcomes().read(value), message -> outcome(message, at));
        }
        if (topic.equals(Topics.CLAIMED.name())) {
            return map(codecs.claimed().read(value), Incoming.ClaimedIn::new);
        }
        throw new IllegalStateException("no command comes from " + topic);
    }

    private static Incoming outcome(OutcomeMessage message, Instant at) {
        return new Incoming.OutcomeIn(message.account(), new RecordOutcome(message.outcome(), at));
    }

    private static <T> Read<Incoming> map(Read<T> read, Function<T, Incoming> toIncoming) {
        return switch (read) {
            case Read.Value<T> r -> new Read.Value<>(toIncoming.apply(r.value()));
            case Read.Unreadable<T> r -> new Read.Unreadable<>(r.reason());
        };
    }
}
