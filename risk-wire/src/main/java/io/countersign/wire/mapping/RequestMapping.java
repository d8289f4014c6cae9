package io.countersign.wire.mapping;

import io.countersign.schema.requests.SignedRequest;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;

/** Values of the topic of requests. */
public final class RequestMapping {

    public static final AvroMapping<RequestMessage, SignedRequest> AVRO = new AvroMapping<>(
            SignedRequest.class, SignedRequest.getClassSchema(), RequestMapping::toAvro, RequestMapping::fromAvro);

    private RequestMapping() {}

    private static SignedRequest toAvro(RequestMessage message) {
        return new SignedRequest(
                FactsMapping.toAvro(message.facts()), message.sealedRequest().toBuffer());
    }

    private static RequestMessage fromAvro(SignedRequest avro) {
        return new RequestMessage(FactsMapping.fromAvro(avro.getFacts()), Octets.of(avro.getSealedRequest()));
    }
}
