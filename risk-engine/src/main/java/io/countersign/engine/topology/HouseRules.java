package io.countersign.engine.topology;

import io.countersign.domain.account.House;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What holds for every account, from the global stores: the policies that judge and the standing freezes. Each is parsed once. */
public final class HouseRules {

    private final ReadOnlyKeyValueStore<String, byte[]> houses;
    private final ReadOnlyKeyValueStore<Long, byte[]> documents;
    private final EngineCodecs codecs;
    private final Map<Long, Policy> parsed = new HashMap<>();
    private byte @Nullable [] lastOctets;
    private House house = House.NONE;
    private Policy live = Policy.none();

    public HouseRules(
            ReadOnlyKeyValueStore<String, byte[]> houses,
            ReadOnlyKeyValueStore<Long, byte[]> documents,
            EngineCodecs codecs) {
        this.houses = houses;
        this.documents = documents;
        this.codecs = codecs;
    }

    /** The live policy, {@link Policy#none} while there is none, and the one in shadow. */
    public Policies policies() {
        House now = house();
        Policy confirmed = policy(now.livePolicy());
        if (confirmed != null) {
            live = confirmed;
        }
        parsed.keySet().removeIf(version -> version != live.version() && version != now.shadowPolicy());
        return new Policies(live, policy(now.shadowPolicy()));
    }

    /** The freezes that stand for everyone at {@code now}. */
    public List<Freeze> freezes(Instant now) {
        return house().freezes().stream().filter(each -> each.holds(now)).toList();
    }

    private House house() {
        byte[] octets = houses.get(AccountId.HOUSE.value());
        if (octets != null && !Arrays.equals(octets, lastOctets)) {
            house = read(codecs.house(), octets, "the house");
            lastOctets = octets;
        }
        return house;
    }

    /** Null for none, and while the document is still on its way: the two topics are read apart. */
    private @Nullable Policy policy(long version) {
        Policy known = parsed.get(version);
        byte[] octets = known == null ? documents.get(version) : null;
        if (octets == null) {
            return known;
        }
        Policy policy = policy(codecs, version, octets);
        parsed.put(version, policy);
        return policy;
    }

    /** The policy that was published as {@code octets}. */
    static Policy policy(EngineCodecs codecs, long version, byte[] octets) {
        PolicyMessage message = read(codecs.policies(), octets, "policy " + version);
        return PolicyYaml.parse(version, message.yaml());
    }

    private static <T> T read(TopicCodec<T> codec, byte[] octets, String what) {
        return switch (codec.read(octets)) {
            case Read.Value<T> read -> read.value();
            case Read.Unreadable<T> read ->
                throw new IllegalStateException("%s cannot be read: %s".formatted(what, read.reason()));
        };
    }
}
