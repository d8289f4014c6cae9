package io.countersign.bench.peer;

import io.countersign.bench.workload.BenchProcess;
import io.countersign.bench.workload.FreePort;
import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.settings.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The peer as a process of its own, with the gateway's JVM options. */
public final class PeerProcess implements AutoCloseable {

    static final int HEAP_MEGABYTES = 512;

    /** HikariCP's default. */
    private static final int CONNECTIONS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final String address;
    private final Thread atExit;

    private PeerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
        this.atExit = new Thread(process::destroyForcibly, "peer-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** What a peer is started with, where it sends to, and whose tokens it takes. */
    public record Surroundings(JavaCommand java, String binance, String issuerKeys) {}

    /** Returns when it answers; its settings and its log are in {@code directory}. */
    public static PeerProcess start(Postgres postgres, Surroundings surroundings, Path directory)
            throws InterruptedException {
        PeerSettings settings = new PeerSettings(
                FreePort.find(),
                postgres.url(),
                postgres.password(),
                URI.create(surroundings.binance()),
                surroundings.issuerKeys(),
                CONNECTIONS);
        try {
            Path scratch = Files.createTempDirectory(directory, "peer");
            Path file = scratch.resolve("peer.properties");
            settings.write(file);
            List<String> command = surroundings
                    .java()
                    .running(PeerMain.class.getName(), System.getProperty("java.class.path"), file.toString());
            Path log = scratch.resolve("peer.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            PeerProcess peer = new PeerProcess(process, "http://" + Ports.HOST + ":" + settings.port());
            BenchProcess.awaitReady(process, peer.address(), log);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("the peer cannot be started", e);
        }
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
