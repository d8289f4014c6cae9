package io.countersign.gateway.config;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.settings.StartException;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.nio.file.Path;
import java.util.Optional;

/** The four keysets of the gateway. It cannot open what it seals, and cannot sign what it verifies. */
public record GatewayKeys(
        HybridEncrypt toRelay,
        HybridDecrypt answers,
        ApiKeyFingerprints fingerprints,
        CountersignatureVerifier decisions) {

    /** Reads all four; one that is missing or unreadable stops the start. */
    public static GatewayKeys load(GatewayConfig config) {
        return new GatewayKeys(
                primitive("request-seal-keys", config.requestSealKeys(), HybridEncrypt.class),
                primitive("answer-keys", config.answerKeys(), HybridDecrypt.class),
                new ApiKeyFingerprints(primitive("fingerprint-keys", config.fingerprintKeys(), PrfSet.class)),
                new CountersignatureVerifier(primitive("decision-keys", config.decisionKeys(), PublicKeyVerify.class)));
    }

    private static <P> P primitive(String name, Optional<Path> file, Class<P> type) {
        String setting = "countersign.gateway." + name;
        Path path = file.orElseThrow(() -> new StartException(setting + ": not set; name the keyset's file"));
        return Keysets.primitive(setting, path, type);
    }
}
