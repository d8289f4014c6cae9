package io.countersign.wire.mapping;

import io.countersign.domain.id.AccountId;
import io.countersign.schema.fanin.FanIn;
import io.countersign.schema.fanin.Sender;
import io.countersign.wire.message.FanInMessage;

/** Values of the topic of fan-in, and of the store behind it. */
public final class FanInMapping {

    public static final AvroMapping<FanInMessage, FanIn> AVRO =
            new AvroMapping<>(FanIn.class, FanIn.getClassSchema(), FanInMapping::toAvro, FanInMapping::fromAvro);

    private FanInMapping() {}

    private static FanIn toAvro(FanInMessage message) {
        return new FanIn(message.senders().stream()
                .map(each -> new Sender(each.account().value(), each.at()))
                .toList());
    }

    private static FanInMessage fromAvro(FanIn avro) {
        return new FanInMessage(avro.getSenders().stream()
                .map(each -> new FanInMessage.Sender(new AccountId(each.getAccountId()), each.getAt()))
                .toList());
    }
}
