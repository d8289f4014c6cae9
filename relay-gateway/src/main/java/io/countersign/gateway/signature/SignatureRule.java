package io.countersign.gateway.signature;

import io.countersign.wire.keys.ExchangeKey;
import io.countersign.wire.message.Octets;
import java.util.Optional;

/** What the signatures of a connection are checked with. */
public sealed interface SignatureRule {

    /** What belongs to a public key, if there is one. */
    static SignatureRule of(Optional<Octets> publicKey) {
        return publicKey
                .map(octets -> ExchangeKey.read(octets)
                        .<SignatureRule>map(Verifiable::new)
                        .orElseGet(Unusable::new))
                .orElseGet(Unverifiable::new);
    }

    /** A public key. */
    record Verifiable(ExchangeKey key) implements SignatureRule {}

    /** No public key: HMAC, whose secret only the phone and Binance have, or a key that was connected without one. Binance checks it. */
    record Unverifiable() implements SignatureRule {}

    /** Something that cannot be read here: nothing passes by it. */
    record Unusable() implements SignatureRule {}
}
