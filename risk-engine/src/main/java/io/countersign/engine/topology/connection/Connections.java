package io.countersign.engine.topology.connection;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.ConnectionId;
import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.engine.topology.input.Input;
import io.countersign.engine.topology.input.StoreSerde;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.mapping.HolderMapping;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** The part of the topology that knows which account has which connection: claims in, what became of them out. */
public final class Connections {

    static final String HOLDERS = "connection-holders";
    static final String CLAIMED = "claimed";
    static final String DEAD_LETTERS = "claims-dead-letters";

    private static final String CLAIMS = "claims-made";
    private static final String GRANT = "grant-connections";

    private Connections() {}

    /** Adds it; pure wiring. */
    public static void addTo(
            Topology topology,
            TopicCodec<ClaimMessage> claims,
            TopicCodec<ClaimedMessage> claimed,
            DeadLetters deadLetters) {
        Input.addSource(topology, CLAIMS, Topics.CLAIMS.name());
        topology.addProcessor(
                GRANT, () -> new ClaimProcessor(new Input<>(claims, Connections::key, deadLetters), claimed), CLAIMS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(HOLDERS),
                        Serdes.String(),
                        StoreSerde.of(new StoreCodec<>(HOLDERS, HolderMapping.AVRO))),
                GRANT);
        Input.addSink(topology, CLAIMED, Topics.CLAIMED.name(), GRANT);
        Input.addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS.name(), GRANT);
    }

    /** What {@code claim} is keyed by. */
    public static byte[] key(ClaimMessage claim) {
        return key(claim.connection());
    }

    /** What is told of {@code connection} is keyed by. */
    public static byte[] key(ConnectionId connection) {
        return connection.fingerprint().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@code control} must be claimed before it is carried out; a key that is none is not worth asking for. */
    public static boolean areClaimedBy(Control control) {
        if (control.change() instanceof ControlChange.BindConnection bind) {
            return bind.publicKey() == null
                    || ExchangeKey.read(bind.publicKey()).isPresent();
        }
        return control.change() instanceof ControlChange.UnbindConnection;
    }
}
