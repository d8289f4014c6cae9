package io.countersign.sandbox;

import io.countersign.sandbox.kafka.TopicSetup;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.sandbox.policy.FirstPolicy;
import io.countersign.sandbox.process.Parallel;
import io.countersign.sandbox.process.Parallel.Step;
import io.countersign.sandbox.process.ProcessDescription;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.process.ProcessStarter;
import io.countersign.sandbox.registry.RegistryClient;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.wire.topic.TopicSpec;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** The sequence from nothing to ready: what a service needs is there before the service starts. */
final class Startup {
    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";
    private static final String JOURNAL_COMPATIBILITY = "FULL";

    private final SandboxSettings settings;
    private final ProcessCatalog catalog;
    private final RunningProcesses processes;
    private final Elapsed elapsed;
    private final Addresses addresses;

    Startup(SandboxSettings settings, RunningProcesses processes) {
        this.settings = settings;
        this.catalog = new ProcessCatalog(settings);
        this.processes = processes;
        this.elapsed = new Elapsed(settings.progress());
        this.addresses = new Addresses(settings.ports());
    }

    void run() throws InterruptedException {
        List<Step> infrastructure = new ArrayList<>();
        addIf(infrastructure, Role.BROKER, this::brokerWithTopics);
        addIf(infrastructure, Role.REGISTRY, this::registryWithSchemas);
        infrastructure.add(this::keys);
        Parallel.run(infrastructure);
        List<Step> services = new ArrayList<>();
        for (Role role : List.of(Role.ENGINE, Role.ENGINE_2, Role.GATEWAY, Role.STAND_IN)) {
            addIf(services, role, () -> bringUp(role));
        }
        Parallel.run(services);
        if (settings.roles().containsAll(Set.of(Role.ENGINE, Role.GATEWAY))) {
            firstPolicy();
        }
        processes.ready();
        elapsed.report("ready");
    }

    void bringUp(Role role) throws InterruptedException {
        ProcessDescription description = catalog.describe(role);
        ProcessRef process = ProcessStarter.start(description);
        processes.started(description, process);
        elapsed.report(role.label() + ": process " + process.pid() + " started");
        ProcessStarter.awaitReady(description, process);
        elapsed.report(role.label() + ": ready on " + description.address());
    }

    private void keys() {
        new SandboxKeys(settings.files().keys()).ensure();
        elapsed.report("keys: in " + settings.files().keys());
    }

    private void brokerWithTopics() throws InterruptedException {
        bringUp(Role.BROKER);
        List<NewTopic> wanted = Topics.ALL.stream()
                .map(spec -> new NewTopic(spec.name(), PARTITIONS, REPLICATION).configs(spec.configs()))
                .toList();
        int created = new TopicSetup(addresses.kafka()).ensure(wanted).size();
        elapsed.report("topics: %d created, %d checked".formatted(created, wanted.size() - created));
    }

    private void registryWithSchemas() throws InterruptedException {
        bringUp(Role.REGISTRY);
        RegistryClient registry = new RegistryClient(addresses.registry());
        registry.requireCompatibility(COMPATIBILITY);
        for (TopicSpec topic : Topics.ALL) {
            registry.register(subject(topic.name()), topic.schema().toString());
        }
        registry.requireCompatibility(subject(Topics.JOURNAL.name()), JOURNAL_COMPATIBILITY);
        elapsed.report("schemas: %d registered".formatted(Topics.ALL.size()));
    }

    private void firstPolicy() throws InterruptedException {
        TokenIssuer tokens = TokenIssuer.withKeysIn(settings.files().keys(), Clock.systemUTC());
        long version = new FirstPolicy(addresses.gateway(), tokens).ensure(readPolicy());
        elapsed.report("policy: version " + version + " is live");
    }

    private static String readPolicy() {
        try (InputStream policy = Startup.class.getResourceAsStream("/policy.yaml")) {
            if (policy == null) {
                throw new IllegalStateException("policy.yaml is not in the sandbox's jar");
            }
            return new String(policy.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addIf(List<Step> steps, Role role, Step step) {
        if (settings.roles().contains(role)) {
            steps.add(step);
        }
    }

    private static String subject(String topic) {
        return topic + "-value";
    }
}
