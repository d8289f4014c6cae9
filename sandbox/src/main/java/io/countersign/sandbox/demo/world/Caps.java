package io.countersign.sandbox.demo.world;

import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.topic.Topics;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The caps of the policy that is live, in its quote currency. */
public record Caps(long version, Amount perTransaction, Amount perDay) {
    /** Read from the topic, as the engine does. */
    public static Caps live(String bootstrapServers, String registryUrl) {
        try (RegistryFraming framing = new RegistryFraming(registryUrl)) {
            TopicCodec<PolicyMessage> codec = new TopicCodec<>(Topics.POLICIES, framing);
            return TopicReader.committed(bootstrapServers).read(Topics.POLICIES.name()).stream()
                    .flatMap(each -> codec.read(each.value()) instanceof Read.Value<PolicyMessage> read
                            ? Stream.of(read.value())
                            : Stream.empty())
                    .max(Comparator.comparing(PolicyMessage::version))
                    .map(message -> of(PolicyYaml.parse(message.version(), message.yaml())))
                    .orElseThrow(() -> new SandboxException("no policy was published"));
        }
    }

    private static Caps of(Policy policy) {
        List<Amount> single = policy.rules().stream()
                .flatMap(rule -> rule instanceof PerTransactionCapRule cap ? Stream.of(cap.cap()) : Stream.empty())
                .toList();
        List<Amount> daily = policy.rules().stream()
                .flatMap(rule -> rule instanceof SpendCapRule cap ? Stream.of(cap.cap()) : Stream.empty())
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
