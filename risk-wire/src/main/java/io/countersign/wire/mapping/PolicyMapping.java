package io.countersign.wire.mapping;

import io.countersign.schema.policies.PublishedPolicy;
import io.countersign.wire.message.PolicyMessage;

/** Values of the topic of policies. */
public final class PolicyMapping {

    public static final AvroMapping<PolicyMessage, PublishedPolicy> AVRO = new AvroMapping<>(
            PublishedPolicy.class, PublishedPolicy.getClassSchema(), PolicyMapping::toAvro, PolicyMapping::fromAvro);

    private PolicyMapping() {}

    private static PublishedPolicy toAvro(PolicyMessage message) {
        return new PublishedPolicy(message.version(), message.yaml(), message.publishedBy(), message.publishedAt());
    }

    private static PolicyMessage fromAvro(PublishedPolicy avro) {
        return new PolicyMessage(avro.getVersion(), avro.getYaml(), avro.getPublishedBy(), avro.getPublishedAt());
    }
}
