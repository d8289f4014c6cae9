package io.countersign.sandbox.evidence;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.keys.KeyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whoever audits a sandbox: has the keys that an auditor has, and knows where the topics are. */
public record Auditor(Sandbox sandbox) {
    /** Reads every topic from its beginning; 0 when everything agrees. */
    public ReplayVerify verify() throws InterruptedException {
        return onTopics("verify", decisionKeys());
    }

    /** As {@link #verify()}, of an archive. */
    public ReplayVerify verify(Path archive) throws InterruptedException {
        return onArchive(archive, "verify", decisionKeys());
    }

    /** A verb that reads the journal where it was written. */
    public ReplayVerify onTopics(String... verb) throws InterruptedException {
        return replay(verb, Stream.concat(topics(), Stream.of(wrappingKeys())));
    }

    /** A verb that reads an archive, without Kafka or a registry. */
    public ReplayVerify onArchive(Path archive, String... verb) throws InterruptedException {
        return replay(verb, Stream.of("--archive=" + archive, wrappingKeys()));
    }

    /** Takes along what is new; that needs no keys. */
    public ReplayVerify archive(Path to) throws InterruptedException {
        return replay(new String[] {"archive", "--to=" + to}, topics());
    }

    private static ReplayVerify replay(String[] verb, Stream<String> options) throws InterruptedException {
        List<String> all = Stream.concat(Stream.of(verb), options).toList();
        return ReplayVerify.replay(all.toArray(String[]::new));
    }

    private Stream<String> topics() {
        return Stream.of(
                "--bootstrap-servers=" + sandbox.addresses().kafka(),
                "--registry-url=" + sandbox.addresses().registry());
    }

    private String decisionKeys() {
        return "--decision-keys="
                + KeyFile.ENGINE_SIGN_PUBLIC.in(sandbox.files().keys());
    }

    private String wrappingKeys() {
        return "--wrapping-keys=" + KeyFile.DATA_KEY_WRAPPING.in(sandbox.files().keys());
    }
}
