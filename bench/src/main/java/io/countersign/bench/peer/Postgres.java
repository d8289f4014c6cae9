package io.countersign.bench.peer;

import io.countersign.bench.workload.FreePort;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database cluster of one run, in a directory of its own, on loopback, with every setting as PostgreSQL ships it: {@code fsync} and
 * {@code synchronous_commit} are on. It is gone when it is closed.
 */
public final class Postgres implements AutoCloseable {

    static final String USER = "peer";

    private static final String DATABASE = "postgres";
    /** PostgreSQL refuses to run as root; Debian's package makes this user for it. */
    private static final String OWNER = "postgres";

    private static final int PASSWORD_OCTETS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final PostgresBinaries binaries;
    private final Path root;
    private final String password;
    private final int port = FreePort.find();
    private final Thread atExit = new Thread(this::stop, "postgres-stop");
    private final Process server;

    private Postgres(PostgresBinaries binaries) throws IOException, InterruptedException {
        this.binaries = binaries;
        this.root = Files.createTempDirectory("countersign-peer");
        this.password = secret();
        Path home = home();
        Path secret = home.resolve("password");
        Files.writeString(secret, password);
        give(secret);
        String data = home.resolve("data").toString();
        run("initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "--pwfile=" + secret, "-E", "UTF8", "-N");
        // No socket: its usual directory belongs to the machine's own cluster.
        this.server = start("postgres", "-D", data, "-h", Ports.HOST, "-p", Integer.toString(port), "-k", "");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Returns when it answers. */
    public static Postgres start(PostgresBinaries binaries) throws InterruptedException {
        try {
            Postgres postgres = new Postgres(binaries);
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started", e);
        }
    }

    String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, port, DATABASE);
    }

    String password() {
        return password;
    }

    /** Of the process that every other one of the cluster comes from. */
    long pid() {
        return server.pid();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, password);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        try {
            // SIGINT ends it without waiting for those who are connected.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + root, e);
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                    String said = said();
                    close();
                    throw new SandboxException("PostgreSQL did not start: " + said, notYet);
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        if (start(program, arguments).waitFor() != 0) {
            throw new SandboxException(program + " failed: " + said());
        }
    }

    private Process start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups", "--inh-caps=-all"));
        }
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Where the user that it runs as may write. */
    private Path home() throws IOException {
        if (isRoot()) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Path home = Files.createDirectory(
                root.resolve("cluster"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        give(home);
        return home;
    }

    private void give(Path file) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
        }
    }

    private boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(root, "unix:uid"));
    }

    private Path log() {
        return root.resolve("postgres.log");
    }

    private static String secret() {
        byte[] octets = new byte[PASSWORD_OCTETS];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private String said() {
        try {
            List<String> lines = Files.readAllLines(log());
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException e) {
            return "and its log cannot be read";
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
