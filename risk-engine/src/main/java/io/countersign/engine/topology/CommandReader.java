package io.countersign.engine.topology;

import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.control.Control;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a record's octets to a command. A key that is not the value's account is unreadable too: it is another writer's. */
final class CommandReader {

    private final EngineCodecs codecs;

    CommandReader(EngineCodecs codecs) {
        this.codecs = codecs;
    }

    Read<Incoming> read(String topic, byte @Nullable [] key, byte @Nullable [] value, Instant at) {
        Read<Incoming> incoming = readValue(topic, value, at);
        if (!(incoming instanceof Read.Value<Incoming> read)) {
            return incoming;
        }
        String account = read.value().account().value();
        if (key == null || !account.equals(new String(key, StandardCharsets.UTF_8))) {
            return new Read.Unreadable<>("the key on %s is not the account of the value".formatted(topic));
        }
        return read;
    }

    private Read<Incoming> readValue(String topic, byte @Nullable [] value, Instant at) {
        if (topic.equals(Topics.REQUESTS.name())) {
            return map(codecs.requests().read(value), message -> request(message, at));
        }
        if (topic.equals(Topics.CONTROLS.name())) {
            return map(codecs.controls().read(value), control -> control(control, at));
        }
        if (topic.equals(Topics.OUTCOMES.name())) {
            return map(codecs.outcomes().read(value), message -> outcome(message, at));
        }
        throw new IllegalStateException("no command comes from " + topic);
    }

    private static Incoming request(RequestMessage message, Instant at) {
        return new Incoming.SignedRequest(new EvaluateRequest(message.facts(), at), message.sealedRequest());
    }

    private static Incoming control(Control control, Instant at) {
        return new Incoming.ControlIn(new ApplyControl(control, at));
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
