package io.countersign.gateway.control;

import io.countersign.domain.id.ControlId;
import io.countersign.gateway.identity.Caller;
import io.countersign.wire.chain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names controls: by chance, or by who asks and their key, which is the same at every gateway. */
final class ControlIds {

    private static final int OCTETS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Enough that calls with different keys hardly ever wait for each other. */
    private static final List<Lock> LOCKS =
            Stream.<Lock>generate(ReentrantLock::new).limit(64).toList();

    private final @Nullable String key;

    /** Takes the caller's key; null for none. */
    ControlIds(@Nullable String key) {
        this.key = key;
    }

    ControlId next(Caller caller) {
        byte[] octets = new byte[OCTETS];
        if (key == null) {
            RANDOM.nextBytes(octets);
        } else {
            String name = String.join("\n", "idempotency-key", caller.account().value(), caller.subject(), key);
            octets = Arrays.copyOf(Sha256.of(name.getBytes(StandardCharsets.UTF_8)), OCTETS);
        }
        return new ControlId(HexFormat.of().formatHex(octets));
    }

    Lock lock(ControlId id) {
        return LOCKS.get(Math.floorMod(id.hashCode(), LOCKS.size()));
    }
}
