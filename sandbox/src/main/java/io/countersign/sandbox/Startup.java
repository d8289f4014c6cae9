package io.countersign.sandbox;

import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.http.JsonHttp;
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
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.wire.topic.TopicSpec;
import io.countersign.wire.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** The sequence from nothing to ready: what a service needs is there before the service starts. */
final class Startup {
    private static final int PARTITIONS = 4;
    private static final Duration POLICY_PATIENCE = Duration.ofSeconds(60);
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
        this.addresses = new Addresses(settings.ports(), settings.roles());
    }

    void run() throws InterruptedException {
        List<Step> infrastructure = new ArrayList<>();
        addIf(infrastructure, Role.BROKER, this::brokersWithTopics);
        addIf(infrastructure, Role.REGISTRY, this::registryWithSchemas);
        infrastructure.add(this::keys);
        Parallel.run(infrastructure);
        List<Step> services = new ArrayList<>();
        for (Role role : List.of(
                Role.ENGINE, Role.ENGINE_2, Role.RELAY, Role.RELAY_2, Role.GATEWAY, Role.STAND_IN, Role.ISSUER)) {
            addIf(services, role, () -> bringUp(role));
        }
        Parallel.run(services);
        if (settings.clock().isPresent()) {
            stopTheClock(settings.clock().getAsLong());
        }
        if (settings.roles().containsAll(Set.of(Role.ENGINE, Role.GATEWAY))) {
            firstPolicy();
        }
        processes.ready();
        elapsed.report("ready");
    }

    void bringUp(Role role) throws InterruptedException {
        ProcessDescription description = catalog.describe(role);
        ProcessStarter.awaitReady(description, launch(role));
        elapsed.report(role.label() + ": ready on " + description.address());
    }

    /** Returns at once. */
    ProcessRef launch(Role role) {
        ProcessDescription description = catalog.describe(role);
        ProcessRef process = ProcessStarter.start(description);
        processes.started(description, process);
        elapsed.report(role.label() + ": process " + process.pid() + " started");
        return process;
    }

    private void keys() {
        new SandboxKeys(settings.files().keys()).ensure();
        elapsed.report("keys: in " + settings.files().keys());
    }

    private void brokersWithTopics() throws InterruptedException {
        List<Step> brokers = new ArrayList<>();
        Role.BROKERS.forEach(role -> addIf(brokers, role, () -> bringUp(role)));
        Parallel.run(brokers);
        short replication = (short) settings.brokers();
        List<NewTopic> wanted = Topics.ALL.stream()
                .map(spec -> new NewTopic(spec.name(), PARTITIONS, replication).configs(spec.configs()))
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

    void stopTheClock(long millis) throws InterruptedException {
        new JsonHttp(addresses.standInControl())
                .send("PUT", "/clock", Map.of(), Json.object().put("fixedMillis", millis));
        elapsed.report("clock: Binance's stands still at " + Instant.ofEpochMilli(millis));
    }

    private void firstPolicy() throws InterruptedException {
        TokenIssuer tokens = TokenIssuer.withKeysIn(settings.files().keys(), Clock.systemUTC());
        FirstPolicy policy = new FirstPolicy(addresses.gateway(), tokens);
        Optional<Long> found = Poll.until(POLICY_PATIENCE, () -> ensured(policy), Optional::isPresent);
        // The last try is not caught: it says why there is none.
        long version = found.isPresent() ? found.get() : policy.ensure(FirstPolicy.document());
        elapsed.report("policy: version " + version + " is live");
    }

    /** On a busy machine the engine's first word can take longer than the gateway waits for it. */
    private static Optional<Long> ensured(FirstPolicy policy) throws InterruptedException {
        try {
            return Optional.of(policy.ensure(FirstPolicy.document()));
        } catch (SandboxException notYet) {
            return Optional.empty();
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
