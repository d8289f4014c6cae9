package io.countersign.engine.topology.connection;

import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.engine.topology.input.Input;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimResult;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.ConnectionHolder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Grants each connection to the first account that claims it, until that account has released it. A grant is named by the
 * offset of its claim, so that a late release of an earlier grant ends nothing.
 */
final class ClaimProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Input<ClaimMessage> claims;
    private final TopicCodec<ClaimedMessage> claimed;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<String, ConnectionHolder> holders;

    ClaimProcessor(Input<ClaimMessage> claims, TopicCodec<ClaimedMessage> claimed) {
        this.claims = claims;
        this.claimed = claimed;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        holders = processorContext.getStateStore(Connections.HOLDERS);
    }

    @Override
    public void process(Record<byte[], byte[]> incoming) {
        ClaimMessage claim = claims.read(incoming, context(), Connections.DEAD_LETTERS);
        switch (claim) {
            case ClaimMessage.Asked asked ->
                answer(incoming, asked.control(), asked.connection().fingerprint());
            case ClaimMessage.Released released -> release(released);
            case null -> {
                // It is among the dead letters.
            }
        }
    }

    private void answer(Record<byte[], byte[]> incoming, Control control, String connection) {
        ConnectionHolder holder = holders().get(connection);
        boolean own = holder != null && holder.account().equals(control.account());
        if (control.change() instanceof ControlChange.UnbindConnection) {
            forward(incoming, new ClaimedMessage(control, ClaimResult.ENDED, own ? holder.grant() : null));
        } else if (own || holder == null) {
            long grant = context().recordMetadata().orElseThrow().offset();
            holders().put(connection, new ConnectionHolder(control.account(), grant));
            forward(incoming, new ClaimedMessage(control, ClaimResult.GRANTED, null));
        } else {
            forward(incoming, new ClaimedMessage(control, ClaimResult.TAKEN, null));
        }
    }

    private void release(ClaimMessage.Released released) {
        String connection = released.connection().fingerprint();
        if (new ConnectionHolder(released.account(), released.grant())
                .equals(holders().get(connection))) {
            holders().delete(connection);
        }
    }

    private void forward(Record<byte[], byte[]> incoming, ClaimedMessage result) {
        byte[] account = result.control().account().value().getBytes(StandardCharsets.UTF_8);
        context().forward(incoming.withKey(account).withValue(claimed.encode(result)), Connections.CLAIMED);
    }

    private ProcessorContext<byte[], byte[]> context() {
        return Objects.requireNonNull(context, "process before init");
    }

    private KeyValueStore<String, ConnectionHolder> holders() {
        return Objects.requireNonNull(holders, "process before init");
    }
}
