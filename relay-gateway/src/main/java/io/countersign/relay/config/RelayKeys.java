package io.countersign.relay.config;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.sign.CountersignatureVerifier;

/** The relay's keys: to open requests, to seal answers, to know the engine. It can neither seal a request nor sign a decision. */
public record RelayKeys(
        HybridDecrypt requests,
        HybridEncrypt answers,
        CountersignatureVerifier decisions,
        ApiKeyFingerprints fingerprints) {

    /**
     * Reads the keysets that {@code config} names.
     *
     * @throws io.countersign.wire.settings.StartException when one cannot be used
     */
    public static RelayKeys load(RelayConfig config) {
        return new RelayKeys(
                Keysets.primitive("countersign.relay.request-keys", config.requestKeys(), HybridDecrypt.class),
                Keysets.primitive("countersign.relay.answer-seal-keys", config.answerSealKeys(), HybridEncrypt.class),
                new CountersignatureVerifier(Keysets.primitive(
                        "countersign.relay.decision-keys", config.decisionKeys(), PublicKeyVerify.class)),
                new ApiKeyFingerprints(Keysets.primitive(
                        "countersign.relay.fingerprint-keys", config.fingerprintKeys(), PrfSet.class)));
    }
}
