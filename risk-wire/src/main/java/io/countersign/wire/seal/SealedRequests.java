package io.countersign.wire.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.Octets;

/** Wire requests sealed by the gateway to the relay (HPKE), bound to account and request so that a seal cannot be moved. */
public final class SealedRequests {

    private static final String CONTEXT = "countersign/wire-request/v1";
    private static final AvroFraming FRAMING = new SingleObjectFraming();

    private SealedRequests() {}

    /** The octets of {@code request} as they are sealed: what the wire digest is taken of. */
    public static Octets encode(WireRequest request) {
        return Octets.of(FRAMING.frame(CONTEXT, SealedMapping.REQUEST.toAvro().apply(request)));
    }

    /** Digest of what {@link #encode} made. */
    public static WireDigest digest(Octets encoded) {
        return WireDigest.of(Sha256.of(encoded.toBytes()));
    }

    /** Seals what {@link #encode} made. */
    public static Octets seal(HybridEncrypt toRelay, AccountId account, RequestId id, Octets encoded) {
        return Seal.close(toRelay, encoded, CONTEXT, account, id);
    }

    /**
     * Opens a sealed request and checks its digest.
     *
     * @throws UnreadableException when it was sealed to someone else, for another request, or altered
     */
    public static WireRequest open(
            HybridDecrypt relay, AccountId account, RequestId id, WireDigest expected, Octets sealedRequest) {
        Octets encoded = Seal.open(relay, sealedRequest, CONTEXT, account, id);
        if (!digest(encoded).equals(expected)) {
            throw new UnreadableException("the sealed request is not the one that was approved: digests differ");
        }
        return SealedMapping.REQUEST
                .fromAvro()
                .apply(FRAMING.unframe(CONTEXT, encoded.toBytes(), SealedMapping.REQUEST.type()));
    }
}
