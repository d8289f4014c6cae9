package io.countersign.sandbox.demo.world;

import io.countersign.domain.account.House;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.Topics;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The caps of the policy that is live, in its quote currency. */
public record Caps(long version, Amount perTransaction, Amount perDay) {
    /** Read from the topics, as the engine does. */
    public static Caps live(String bootstrapServers, String registryUrl) {
        try (RegistryFraming framing = new RegistryFraming(registryUrl)) {
            TopicReader topics = TopicReader.committed(bootstrapServers);
            long live = values(topics, Topics.HOUSE, framing)
                    .reduce((first, second) -> second)
                    .map(House::livePolicy)
                    .orElse(0L);
            return Optional.ofNullable(published(topics, framing).get(live))
                    .orElseThrow(() -> new SandboxException("no policy is live"));
        }
    }

    /** Those of every version. */
    static Map<Long, Caps> published(String bootstrapServers, String registryUrl) {
        try (RegistryFraming framing = new RegistryFraming(registryUrl)) {
            return published(TopicReader.committed(bootstrapServers), framing);
        }
    }

    private static Map<Long, Caps> published(TopicReader topics, AvroFraming framing) {
        return values(topics, Topics.POLICIES, framing)
                .collect(Collectors.toMap(
                        PolicyMessage::version, message -> of(PolicyYaml.parse(message.version(), message.yaml()))));
    }

    private static <T> Stream<T> values(TopicReader topics, Topic<T> topic, AvroFraming framing) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return topics.read(topic.name()).stream()
                .flatMap(each -> codec.read(each.value()) instanceof Read.Value<T> read
                        ? Stream.of(read.value())
                        : Stream.empty());
    }

    private static Caps of(Policy policy) {
        List<Rule> rules = policy.base().rules();
        List<Amount> single = rules.stream()
                .flatMap(rule -> rule instanceof PerTransactionCapRule cap ? Stream.of(cap.cap()) : Stream.empty())
                .toList();
        List<Amount> daily = rules.stream()
                .flatMap(rule -> rule instanceof SpendCapRule cap && cap.reach() instanceof Reach.All
                        ? Stream.of(cap.cap())
                        : Stream.empty())
                .toList();
        return new Caps(policy.version(), smallest(single), smallest(daily));
    }

    private static Amount smallest(List<Amount> caps) {
        return caps.stream()
                .min(Comparator.comparing(Amount::value))
                .orElseThrow(() -> new SandboxException("the policy has no cap to show"));
    }

    /** The currency of every cap, and the coin of every withdrawal here. */
    public String quote() {
        return perDay.asset().code();
    }

    /** An amount that is well within the cap for one withdrawal. */
    public Amount small() {
        return new Amount(perTransaction.value().divide(BigDecimal.valueOf(40)), perTransaction.asset());
    }
}
