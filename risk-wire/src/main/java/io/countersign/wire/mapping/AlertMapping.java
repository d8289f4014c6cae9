package io.countersign.wire.mapping;

import io.countersign.schema.alerts.Alert;
import io.countersign.wire.message.AlertKind;
import io.countersign.wire.message.AlertMessage;

/** Values of the topic of alerts. */
public final class AlertMapping {

    public static final AvroMapping<AlertMessage, Alert> AVRO =
            new AvroMapping<>(Alert.class, Alert.getClassSchema(), AlertMapping::toAvro, AlertMapping::fromAvro);

    private AlertMapping() {}

    private static Alert toAvro(AlertMessage message) {
        return new Alert(
                io.countersign.schema.alerts.AlertKind.valueOf(message.kind().name()),
                message.policyVersion(),
                FreezeMapping.toAvro(message.endpoints()),
                message.decided(),
                message.rejected(),
                message.share(),
                message.since(),
                message.at(),
                message.sentence());
    }

    private static AlertMessage fromAvro(Alert avro) {
        return new AlertMessage(
                AlertKind.valueOf(avro.getKind().name()),
                avro.getPolicyVersion(),
                FreezeMapping.fromAvro(avro.getEndpoints()),
                avro.getDecided(),
                avro.getRejected(),
                avro.getShare(),
                avro.getSince(),
                avro.getAt(),
                avro.getSentence());
    }
}
