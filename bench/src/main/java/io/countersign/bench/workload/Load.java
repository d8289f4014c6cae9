package io.countersign.bench.workload;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.policy.FirstPolicy;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.topic.Topics;
import java.util.List;

/** A seeded load on the engine of a sandbox, which is fresh and has neither gateway nor relay. */
public final class Load implements AutoCloseable {

    /** The engine's own group. */
    public static final String ENGINE_GROUP = "countersign.engine";

    private static final List<String> INPUTS =
            List.of(Topics.CONTROLS.name(), Topics.REQUESTS.name(), Topics.OUTCOMES.name());

    private final String kafka;
    private final Crowd crowd;
    private final Intake intake;
    private final RegistryFraming framing;
    private final EngineInput input;
    private long asked;

    public Load(Sandbox sandbox, int accounts, long seed) {
        kafka = sandbox.addresses().kafka();
        crowd = new Crowd(
                seed, accounts, new ApiKeyFingerprints(key(sandbox, KeyFile.GATEWAY_FINGERPRINT, PrfSet.class)));
        intake = new Intake(crowd, key(sandbox, KeyFile.RELAY_SEAL_PUBLIC, HybridEncrypt.class));
        framing = new RegistryFraming(sandbox.addresses().registry());
        input = new EngineInput(kafka, framing);
    }

    /** Asks the registry, of which there is one for all. */
    public RegistryFraming framing() {
        return framing;
    }

    /** A relay for what is decided from now on. */
    public Relay relay() {
        return new Relay(kafka, framing, input);
    }

    /** Publishes a policy and gives every account its connection and addresses; returns when the engine has answered all of it. */
    public void admitAll() throws InterruptedException {
        try (Relay relay = relay()) {
            input.policy(1, FirstPolicy.document());
            for (int i = 0; i < crowd.size(); i++) {
                input.admit(crowd.member(i));
            }
            input.flush();
            long controls = EngineInput.CONTROLS_OF_POLICY + (long) EngineInput.CONTROLS_OF_MEMBER * crowd.size();
            Waiting.until(controls, "controls answered", relay::controls);
        }
    }

    /** Puts {@code count} requests more on the log; each account asks once before any asks again. */
    public void ask(int count) {
        for (int i = 0; i < count; i++) {
            input.request(intake.take(asked++));
        }
        input.flush();
    }

    /** How many requests were put on the log. */
    public long asked() {
        return asked;
    }

    /** Returns when the engine has taken everything that is on its topics. */
    public void awaitEngine() throws InterruptedException {
        input.flush();
        try (GroupOffsets engine = new GroupOffsets(kafka, ENGINE_GROUP)) {
            for (String topic : INPUTS) {
                engine.awaitEnd(topic);
            }
        }
    }

    @Override
    public void close() {
        input.close();
        framing.close();
    }

    private static <P> P key(Sandbox sandbox, KeyFile file, Class<P> type) {
        return Keysets.primitive(file.fileName(), file.in(sandbox.files().keys()), type);
    }
}
