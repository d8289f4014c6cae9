package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.Connection;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.engine.topology.connection.Connections;
import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.message.ClaimResult;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.KeyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells the gateways whose a connection is and what its signatures are checked with, in the transaction that binds or unbinds it.
 * An account unbinds before it releases its grant, so that its word stands before that of the next holder.
 */
final class ConnectionPublisher {

    private final EngineCodecs codecs;
    private final ProcessorContext<byte[], Object> context;

    ConnectionPublisher(EngineCodecs codecs, ProcessorContext<byte[], Object> context) {
        this.codecs = codecs;
        this.context = context;
    }

    /** A bind is told even if it changed nothing: what was bound before there was this topic is told when it is bound again. */
    void publish(Record<byte[], byte[]> cause, ClaimedMessage claimed, List<AccountEvent> events, Account after) {
        byte[] key = Connections.key(claimed.connection());
        Connection bound = after.standing().connections().get(claimed.connection());
        if (bound == null && events.stream().anyMatch(ConnectionUnbound.class::isInstance)) {
            context.forward(cause.withKey(key).withValue(null), EngineTopology.CONNECTIONS);
        } else if (bound != null && isWhatWasAskedFor(bound, claimed)) {
            byte[] value = codecs.connections().encode(message(after.id(), bound));
            context.forward(cause.withKey(key).withValue(value), EngineTopology.CONNECTIONS);
        }
    }

    /** Tells that an account that is erased has none of its connections any more. */
    void unbound(Record<byte[], byte[]> cause, List<AccountEvent> events) {
        for (AccountEvent event : events) {
            if (event instanceof ConnectionUnbound unbound) {
                context.forward(
                        cause.withKey(Connections.key(unbound.connection())).withValue(null),
                        EngineTopology.CONNECTIONS);
            }
        }
    }

    private static boolean isWhatWasAskedFor(Connection bound, ClaimedMessage claimed) {
        return claimed.result() == ClaimResult.GRANTED
                && claimed.control().change() instanceof ControlChange.BindConnection bind
                && Objects.equals(bound.publicKey(), bind.publicKey());
    }

    private static ConnectionMessage message(AccountId account, Connection bound) {
        String text = bound.publicKey();
        if (text == null) {
            return new ConnectionMessage(account, KeyKind.HMAC, null, bound.boundAt());
        }
        Optional<ExchangeKey> key = ExchangeKey.read(text);
        if (key.isEmpty()) {
            throw new IllegalStateException(
                    "corrupt: a connection of %s has a public key that is none".formatted(account));
        }
        return new ConnectionMessage(account, key.get().kind(), key.get().octets(), bound.boundAt());
    }
}
