package io.countersign.sandbox;

import io.countersign.sandbox.kafka.BrokerReadiness;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.process.HttpReadiness;
import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.process.ProcessDescription;
import io.countersign.sandbox.process.Readiness;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import io.countersign.sandbox.token.IssuerServer;
import io.countersign.sandbox.token.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The command line, log, address and readiness of each role. */
final class ProcessCatalog {
    private static final String BROKER_MAIN = "io.countersign.sandbox.kafka.BrokerMain";
    private static final String ISSUER_MAIN = "io.countersign.sandbox.token.IssuerMain";
    private static final String STAND_IN_MAIN = "io.countersign.sandbox.standin.StandInMain";
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

    private final SandboxSettings settings;
    private final SandboxFiles files;
    private final Ports ports;
    private final Addresses addresses;
    private final Artifacts artifacts;

    ProcessCatalog(SandboxSettings settings) {
        this.settings = settings;
        this.files = settings.files();
        this.ports = settings.ports();
        this.addresses = new Addresses(ports, settings.roles());
        this.artifacts = new Artifacts(settings.home());
    }

    ProcessDescription describe(Role role) {
        return switch (role) {
            case BROKER -> broker(role, 1);
            case BROKER_2 -> broker(role, 2);
            case BROKER_3 -> broker(role, 3);
            case REGISTRY ->
                description(role, registry(), addresses.registry(), ready(addresses.registry() + "/system/info"));
            case STAND_IN ->
                description(role, standIn(), addresses.standIn(), ready(addresses.standInControl() + "/accounts"));
            case ISSUER ->
                description(role, issuer(), addresses.issuer(), ready(addresses.issuer() + IssuerServer.DISCOVERY));
            case ENGINE ->
                description(
                        role,
                        engine(role, ports.engine(), files.engineState()),
                        addresses.engine(),
                        health(addresses.engine()));
            case ENGINE_2 ->
                description(
                        role,
                        engine(role, ports.engine2(), files.engine2State()),
                        addresses.engine2(),
                        health(addresses.engine2()));
            case RELAY -> description(role, relay(role, ports.relay()), addresses.relay(), health(addresses.relay()));
            case RELAY_2 ->
                description(role, relay(role, ports.relay2()), addresses.relay2(), health(addresses.relay2()));
            case GATEWAY -> description(role, gateway(), addresses.gateway(), health(addresses.gateway()));
        };
    }

    private ProcessDescription broker(Role role, int number) {
        List<String> command = java(role, 384)
                .startingFast()
                .set("java.util.logging.SimpleFormatter.format", LINE)
                .options(more(role))
                .running(
                        BROKER_MAIN,
                        artifacts.classPath(),
                        files.kafka(number).toString(),
                        String.valueOf(number),
                        IntStream.rangeClosed(1, settings.brokers())
                                .mapToObj(each -> ports.broker(each) + "/" + ports.controller(each))
                                .collect(Collectors.joining(",")));
        return description(
                role, command, addresses.broker(number), new BrokerReadiness(Ports.HOST, ports.broker(number)));
    }

    private List<String> registry() {
        return java(Role.REGISTRY, 320)
                .startingFast()
                .set("quarkus.http.host", Ports.HOST)
                .set("quarkus.http.port", ports.registry())
                .set("quarkus.management.host", Ports.HOST)
                .set("quarkus.management.port", ports.registryManagement())
                .set("apicurio.storage.kind", "sql")
                .set("apicurio.storage.sql.kind", "h2")
                .set(
                        "apicurio.datasource.url",
                        // Otherwise a commit may be lost half a second later, by a SIGKILL.
                        "jdbc:h2:file:" + files.registry().resolve("registry") + ";WRITE_DELAY=0")
                .set("apicurio.rules.global.compatibility", "BACKWARD_TRANSITIVE")
                .options(more(Role.REGISTRY))
                .runningJar(artifacts.application(Role.REGISTRY));
    }

    private List<String> standIn() {
        return java(Role.STAND_IN, 192)
                .options(more(Role.STAND_IN))
                .running(
                        STAND_IN_MAIN,
                        artifacts.classPath(),
                        "--port",
                        String.valueOf(ports.standIn()),
                        "--control-port",
                        String.valueOf(ports.standInControl()),
                        "--host",
                        Ports.HOST);
    }

    private List<String> issuer() {
        return java(Role.ISSUER, 64)
                .startingFast()
                .options(more(Role.ISSUER))
                .running(
                        ISSUER_MAIN,
                        artifacts.classPath(),
                        String.valueOf(ports.issuer()),
                        files.keys().toString());
    }

    private List<String> engine(Role role, int port, Path state) {
        return quarkus(role, 512, port)
                .set("countersign.engine.state-dir", state)
                .set("countersign.engine.wrapping-keys", key(KeyFile.DATA_KEY_WRAPPING))
                .set("countersign.engine.signing-keys", key(KeyFile.ENGINE_SIGN_PRIVATE))
                .set("countersign.engine.query-token", key(KeyFile.ENGINE_QUERY_TOKEN))
                .set("countersign.engine.advertised", Ports.HOST + ":" + port)
                // A copy needs a second engine; without one Streams would complain at each rebalance.
                .set("countersign.engine.standby-replicas", settings.roles().contains(Role.ENGINE_2) ? 1 : 0)
                .options(more(role))
                .runningJar(artifacts.application(role));
    }

    private List<String> gateway() {
        JavaCommand gateway = quarkus(Role.GATEWAY, 512, ports.gateway())
                .set("countersign.roles", "gateway")
                .set("countersign.gateway.request-seal-keys", key(KeyFile.RELAY_SEAL_PUBLIC))
                .set("countersign.gateway.answer-keys", key(KeyFile.GATEWAY_ANSWER_PRIVATE))
                .set("countersign.gateway.fingerprint-keys", key(KeyFile.GATEWAY_FINGERPRINT))
                .set("countersign.gateway.decision-keys", key(KeyFile.ENGINE_SIGN_PUBLIC))
                .set("countersign.gateway.engine.urls", String.join(",", engines()))
                .set("countersign.gateway.engine.query-token", key(KeyFile.ENGINE_QUERY_TOKEN))
                .set("mp.jwt.verify.publickey.location", addresses.issuer() + IssuerServer.KEYS)
                .set("mp.jwt.verify.publickey.algorithm", "ES256")
                .set("mp.jwt.verify.issuer", TokenIssuer.ISSUER)
                .set("mp.jwt.verify.audiences", TokenIssuer.AUDIENCE)
                .options(standingStill());
        return (settings.roles().contains(Role.RELAY) ? gateway : relaying(gateway, "gateway,relay"))
                .options(more(Role.GATEWAY))
                .runningJar(artifacts.application(Role.GATEWAY));
    }

    /** The relay looks at Binance's clock again and again; between two looks its own goes on. */
    private List<String> standingStill() {
        OptionalLong clock = settings.clock();
        return clock.isEmpty()
                ? List.of()
                : List.of(
                        "-Dcountersign.development=true",
                        "-Dcountersign.gateway.clock=" + clock.getAsLong(),
                        "-Dcountersign.relay.reference-interval=PT0.2S");
    }

    private List<String> relay(Role role, int port) {
        return relaying(quarkus(role, 384, port), "relay").options(more(role)).runningJar(artifacts.application(role));
    }

    /** What a process needs that sends: the keys to the seals, and the way out. */
    private JavaCommand relaying(JavaCommand command, String roles) {
        return command.set("countersign.roles", roles)
                .set("countersign.relay.request-keys", key(KeyFile.RELAY_SEAL_PRIVATE))
                .set("countersign.relay.answer-seal-keys", key(KeyFile.GATEWAY_ANSWER_PUBLIC))
                .set("countersign.relay.decision-keys", key(KeyFile.ENGINE_SIGN_PUBLIC))
                .set("countersign.relay.fingerprint-keys", key(KeyFile.GATEWAY_FINGERPRINT))
                .set("countersign.relay.binance-url", addresses.standIn());
    }

    private List<String> engines() {
        return settings.roles().contains(Role.ENGINE_2)
                ? List.of(addresses.engine(), addresses.engine2())
                : List.of(addresses.engine());
    }

    private JavaCommand quarkus(Role role, int heapMegabytes, int port) {
        return java(role, heapMegabytes)
                .set("quarkus.http.host", Ports.HOST)
                .set("quarkus.http.port", port)
                // It is asked many times a second while it starts.
                .set("quarkus.log.category.\"io.smallrye.health\".level", "WARN")
                .set("countersign.kafka.bootstrap-servers", addresses.kafka())
                .set("countersign.registry.url", addresses.registry());
    }

    private JavaCommand java(Role role, int heapMegabytes) {
        return java(heapMegabytes).withClassArchive(artifacts.classArchive(role));
    }

    /** As every process is started. */
    JavaCommand java(int heapMegabytes) {
        JavaCommand command = new JavaCommand(heapMegabytes);
        return settings.startsFast() ? command.startingFast() : command;
    }

    private Path key(KeyFile file) {
        return file.in(files.keys());
    }

    private List<String> more(Role role) {
        return settings.jvmOptions().getOrDefault(role, List.of());
    }

    private ProcessDescription description(Role role, List<String> command, String address, Readiness readiness) {
        return new ProcessDescription(role, command, files.log(role), address, readiness);
    }

    private static Readiness health(String address) {
        return ready(address + "/q/health/ready");
    }

    private static Readiness ready(String address) {
        return new HttpReadiness(URI.create(address));
    }
}
