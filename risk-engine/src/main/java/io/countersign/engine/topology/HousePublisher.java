package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.PolicyProposed;
import io.countersign.domain.account.House;
import io.countersign.wire.message.PolicyMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells every engine what changed on the house account: new policy documents, and what holds now. */
final class HousePublisher {

    private final EngineCodecs codecs;
    private final ProcessorContext<byte[], Object> context;

    HousePublisher(EngineCodecs codecs, ProcessorContext<byte[], Object> context) {
        this.codecs = codecs;
        this.context = context;
    }

    void publish(List<AccountEvent> events, Account house, Record<byte[], byte[]> cause) {
        for (AccountEvent event : events) {
            if (event instanceof PolicyProposed proposed) {
                document(proposed, cause);
            }
        }
        byte[] key = house.id().value().getBytes(StandardCharsets.UTF_8);
        byte[] value = codecs.house().encode(House.of(house));
        context.forward(cause.withKey(key).withValue(value), EngineTopology.HOUSE);
    }

    private void document(PolicyProposed proposed, Record<byte[], byte[]> cause) {
        try (LongSerializer versions = new LongSerializer()) {
            byte[] key = versions.serialize(EngineTopology.POLICIES, proposed.version());
            byte[] value = codecs.policies()
                    .encode(new PolicyMessage(
                            proposed.version(), proposed.yaml(), proposed.requestedBy(), proposed.at()));
            context.forward(cause.withKey(key).withValue(value), EngineTopology.POLICIES);
        }
    }
}
