package io.countersign.replay.source;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.Topics;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every version of the policy that was published, as a document and as what judges. */
public record PublishedPolicies(SortedMap<Long, PolicyMessage> documents, SortedMap<Long, Policy> parsed) {

    public PublishedPolicies {
        documents = Collections.unmodifiableSortedMap(documents);
        parsed = Collections.unmodifiableSortedMap(parsed);
    }

    /**
     * All that {@code source} has.
     *
     * @throws UnusableException when one of them cannot be read or was published with two texts
     */
    public static PublishedPolicies of(Source source) {
        TopicCodec<PolicyMessage> codec = new TopicCodec<>(Topics.POLICIES, source.framing());
        SortedMap<Long, PolicyMessage> documents = new TreeMap<>();
        SortedMap<Long, Policy> parsed = new TreeMap<>();
        for (int partition : source.policyPartitions()) {
            try (Records records = source.policies(partition)) {
                for (LogRecord record = records.next(); record != null; record = records.next()) {
                    add(read(codec, record), documents);
                }
            }
        }
        documents.forEach((version, policy) -> parsed.put(version, parse(policy)));
        return new PublishedPolicies(documents, parsed);
    }

    /** The policy of {@code version}, where 0 is the one before the first; null when it was never published. */
    public @Nullable Policy version(long version) {
        return version == 0 ? Policy.none() : parsed.get(version);
    }

    private static void add(PolicyMessage policy, SortedMap<Long, PolicyMessage> documents) {
        PolicyMessage before = documents.putIfAbsent(policy.version(), policy);
        if (before != null && !before.yaml().equals(policy.yaml())) {
            throw new UnusableException("policy %d was published twice, with two texts".formatted(policy.version()));
        }
    }

    private static PolicyMessage read(TopicCodec<PolicyMessage> codec, LogRecord record) {
        return switch (codec.read(record.value())) {
            case Read.Value<PolicyMessage> some -> some.value();
            case Read.Unreadable<PolicyMessage> none ->
                throw new UnusableException("policies, %s: %s".formatted(record.position(), none.reason()));
        };
    }

    private static Policy parse(PolicyMessage policy) {
        try {
            return PolicyYaml.parse(policy.version(), policy.yaml());
        } catch (PolicyException e) {
            throw new UnusableException("version %d of the %s".formatted(policy.version(), e.getMessage()), e);
        }
    }
}
