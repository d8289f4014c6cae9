package io.countersign.relay.testing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.reading.StrictReader;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.SealedRequests;
import io.countersign.wire.seal.WireRequest;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one cast of approvals, with keys of their own. */
public final class Approvals {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final AccountId ALICE = new AccountId("alice");
    public static final Endpoint WITHDRAW = new Endpoint("POST", "/sapi/v1/capital/withdraw/apply");
    public static final WireRequest WIRE = new WireRequest(
            "POST",
            WITHDRAW.path() + "?coin=USDT&network=ETH&address=0xabc&amount=8.91&timestamp=" + NOON.toEpochMilli()
                    + "&signature=" + "ab".repeat(32),
            null,
            "k".repeat(64),
            Octets.EMPTY);
    public static final RequestId FIRST = RequestNaming.name(read(WIRE));

    private static final ApiKeyFingerprints FINGERPRINTS = generateFingerprints();
    private final KeysetHandle engine = generate();
    private final KeysetHandle relay = generateSealing();

    /** The engine's verdict on {@code facts}, countersigned. */
    public DecisionMessage sign(DecisionBody body) {
        return new Countersigner(primitive(engine, PublicKeySign.class)).sign(body);
    }

    /** An approval of {@code wire} as the gateway read it. */
    public DecisionBody approval(RequestFacts facts, WireRequest wire) {
        Octets encoded = SealedRequests.encode(wire);
        return body(facts, SealedRequests.seal(sealer(), facts.account(), facts.id(), encoded));
    }

    public static DecisionBody body(RequestFacts facts, @Nullable Octets sealed) {
        return new DecisionBody(
                DecisionKind.REQUEST,
                facts.id().value(),
                facts.account(),
                DecisionStatus.APPROVED,
                List.of(),
                1,
                NOON,
                facts,
                sealed,
                null);
    }

    /** What the gateway read from {@link #WIRE}, with {@code deadline}. */
    public static RequestFacts facts(Instant deadline) {
        return new RequestFacts(
                FIRST,
                ALICE,
                FINGERPRINTS.of(WIRE.apiKey()),
                WITHDRAW,
                true,
                new Transfer(Amount.of("8.91", new Asset("USDT")), new Destination("ETH", "0xabc", null), null),
                null,
                null,
                SealedRequests.digest(SealedRequests.encode(WIRE)),
                deadline,
                NOON);
    }

    public ApiKeyFingerprints fingerprints() {
        return FINGERPRINTS;
    }

    public static Reading.Understood read(WireRequest wire) {
        return (Reading.Understood) new StrictReader(EndpointCatalogue.load(), Set.of()).read(wire);
    }

    public CountersignatureVerifier verifier() {
        try {
            return new CountersignatureVerifier(primitive(engine.getPublicKeysetHandle(), PublicKeyVerify.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public HybridDecrypt opener() {
        return primitive(relay, HybridDecrypt.class);
    }

    public HybridEncrypt sealer() {
        try {
            return primitive(relay.getPublicKeysetHandle(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <P> P primitive(KeysetHandle keys, Class<P> type) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiKeyFingerprints generateFingerprints() {
        try {
            PrfConfig.register();
            return new ApiKeyFingerprints(primitive(
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()),
                    PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle generate() {
        try {
            SignatureConfig.register();
            return KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle generateSealing() {
        try {
            HybridConfig.register();
            return KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
