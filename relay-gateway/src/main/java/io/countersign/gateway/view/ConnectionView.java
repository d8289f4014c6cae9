package io.countersign.gateway.view;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.log.Followed;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.ConnectionMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whose each connection is and what its signatures are checked with, as the engine told. Safe for many threads. */
public final class ConnectionView {

    private static final Logger LOG = Logger.getLogger(ConnectionView.class);

    private final Map<ConnectionId, Bound> connections = new ConcurrentHashMap<>();
    private final Map<Integer, Long> readUpTo = new ConcurrentHashMap<>();
    private final Changes changes = new Changes();

    /** What was told last; null of an account that cannot be read. */
    private record Bound(@Nullable AccountId account, SignatureRule rule) {}

    /** The engine told of a connection. When the log is followed again from its beginning, what was read already is passed over. */
    public void told(Followed.Entry<ConnectionMessage> entry) {
        if (entry.offset() < readUpTo.getOrDefault(entry.partition(), 0L)) {
            return;
        }
        readUpTo.put(entry.partition(), entry.offset() + 1);
        ConnectionId connection;
        try {
            connection = new ConnectionId(new String(entry.key().toBytes(), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            LOG.errorf("connection passed over: partition=%d offset=%d reason=key", entry.partition(), entry.offset());
            return;
        }
        Read<ConnectionMessage> value = entry.value();
        if (value == null) {
            connections.remove(connection);
        } else {
            connections.put(connection, bound(connection, value));
        }
        changes.signal();
    }

    /** What signatures of {@code connection} are checked with; empty when it is not bound to {@code account}, as far as is known. */
    public Optional<SignatureRule> rule(AccountId account, ConnectionId connection) {
        return Optional.ofNullable(connections.get(connection))
                .filter(bound -> bound.account() == null || bound.account().equals(account))
                .map(Bound::rule);
    }

    /** Whether {@code sight} came true before {@code patience} ended; it is asked again after each change. */
    public boolean await(BooleanSupplier sight, Duration patience) {
        return changes.await(sight, patience);
    }

    private static Bound bound(ConnectionId connection, Read<ConnectionMessage> value) {
        return switch (value) {
            case Read.Value<ConnectionMessage> read ->
                new Bound(
                        read.value().account(),
                        SignatureRule.of(Optional.ofNullable(read.value().publicKey())));
            case Read.Unreadable<ConnectionMessage> unreadable -> {
                LOG.errorf("connection unreadable: connection=%s reason=%s", connection, unreadable.reason());
                yield new Bound(null, new SignatureRule.Unusable());
            }
        };
    }
}
