package io.countersign.wire.seal;

import io.countersign.schema.sealed.Header;
import io.countersign.wire.mapping.AvroMapping;
import io.countersign.wire.message.Octets;

/** What is inside a seal. */
public final class SealedMapping {

    public static final AvroMapping<WireRequest, io.countersign.schema.sealed.WireRequest> REQUEST = new AvroMapping<>(
            io.countersign.schema.sealed.WireRequest.class,
            io.countersign.schema.sealed.WireRequest.getClassSchema(),
            SealedMapping::toAvro,
            SealedMapping::fromAvro);

    public static final AvroMapping<WireAnswer, io.countersign.schema.sealed.WireAnswer> ANSWER = new AvroMapping<>(
            io.countersign.schema.sealed.WireAnswer.class,
            io.countersign.schema.sealed.WireAnswer.getClassSchema(),
            SealedMapping::toAvro,
            SealedMapping::fromAvro);

    private SealedMapping() {}

    private static io.countersign.schema.sealed.WireRequest toAvro(WireRequest request) {
        return new io.countersign.schema.sealed.WireRequest(
                request.method(),
                request.target(),
                request.contentType(),
                request.apiKey(),
                request.body().toBuffer());
    }

    private static WireRequest fromAvro(io.countersign.schema.sealed.WireRequest avro) {
        return new WireRequest(
                avro.getMethod(), avro.getTarget(), avro.getContentType(), avro.getApiKey(), Octets.of(avro.getBody()));
    }

    private static io.countersign.schema.sealed.WireAnswer toAvro(WireAnswer answer) {
        return new io.countersign.schema.sealed.WireAnswer(
                answer.status(),
                answer.headers().stream()
                        .map(each -> new Header(each.name(), each.value()))
                        .toList(),
                answer.body().toBuffer());
    }

    private static WireAnswer fromAvro(io.countersign.schema.sealed.WireAnswer avro) {
        return new WireAnswer(
                avro.getStatus(),
                avro.getHeaders().stream()
                        .map(each -> new WireAnswer.Header(each.getName(), each.getValue()))
                        .toList(),
                Octets.of(avro.getBody()));
    }
}
