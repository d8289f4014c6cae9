package io.countersign.wire.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.message.Octets;

/** Binance's answers sealed by the relay to the gateway (HPKE), bound to account and request. */
public final class SealedAnswers {

    private static final String CONTEXT = "countersign/wire-answer/v1";
    private static final AvroFraming FRAMING = new SingleObjectFraming();

    private SealedAnswers() {}

    /** Seals {@code answer}. */
    public static Octets seal(HybridEncrypt toGateway, AccountId account, RequestId id, WireAnswer answer) {
        Octets encoded =
                Octets.of(FRAMING.frame(CONTEXT, SealedMapping.ANSWER.toAvro().apply(answer)));
        return Seal.close(toGateway, encoded, CONTEXT, account, id);
    }

    /**
     * Opens a sealed answer.
     *
     * @throws UnreadableException when it was sealed to someone else, for another request, or altered
     */
    public static WireAnswer open(HybridDecrypt gateway, AccountId account, RequestId id, Octets sealedAnswer) {
        Octets encoded = Seal.open(gateway, sealedAnswer, CONTEXT, account, id);
        return SealedMapping.ANSWER
                .fromAvro()
                .apply(FRAMING.unframe(CONTEXT, encoded.toBytes(), SealedMapping.ANSWER.type()));
    }
}
