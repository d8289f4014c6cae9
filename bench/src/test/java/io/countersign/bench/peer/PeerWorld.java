package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.workload.BenchAccount;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.sandbox.process.JavaCommand;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.standin.StandIn;
import io.countersign.sandbox.token.IssuerServer;
import io.countersign.sandbox.token.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A peer as a process, with a real PostgreSQL, a stand-in for Binance, an issuer of tokens, and phones. */
final class PeerWorld implements AutoCloseable {

    private final Path directory;
    private final Path keys;
    private final StandIn standIn = new StandIn(Ports.HOST);
    private final IssuerServer issuer;
    private final Postgres postgres;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private PeerProcess peer;
    private int opened;

    PeerWorld(Path directory, PeerCaps caps) throws Exception {
        PostgresBinaries binaries = PostgresForTests.binaries();
        this.directory = directory;
        this.keys = Files.createDirectory(directory.resolve("keys"));
        new SandboxKeys(keys).ensure();
        this.issuer = IssuerServer.start(0, keys);
        standIn.start(0, 0);
        this.postgres = Postgres.start(binaries);
        new PeerBook(postgres).create(caps);
        this.peer = startPeer();
    }

    /** An account that the peer and Binance know. */
    BenchAccount open() throws Exception {
        int number = opened++;
        TokenIssuer tokens = TokenIssuer.withKeysIn(keys, Clock.systemUTC());
        BenchAccount account = BenchAccount.unconnected("peertest", number, tokens::issue);
        Opener.installAtBinance(new JsonHttp(control()), account);
        new PeerBook(postgres).open(List.of(account));
        return account;
    }

    /** As if the owner had removed the destination from the address book. */
    void takeOffTheBook(BenchAccount account) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement statement = connection.prepareStatement("DELETE FROM addresses WHERE account = ?")) {
            statement.setString(1, account.name());
            statement.executeUpdate();
        }
    }

    /** SIGKILL, and another peer with the same database. */
    void restartPeer() throws Exception {
        peer.kill();
        peer = startPeer();
    }

    /** Binance executes the next withdrawal and cuts the connection. */
    void loseTheNextAnswer() throws InterruptedException {
        ArrayNode faults = JsonNodeFactory.instance.arrayNode();
        faults.addObject()
                .put("kind", "reset-after")
                .put("times", 1)
                .putObject("match")
                .put("path", "/sapi/v1/capital/withdraw/apply");
        new JsonHttp(control()).send("PUT", "/faults", Map.of(), faults);
    }

    HttpResponse<String> send(PreparedRequest prepared) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(peer.address() + prepared.target()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(prepared.body().getBytes()));
        prepared.headers().forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All at once; the statuses of their answers. */
    List<Integer> race(List<PreparedRequest> requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> tasks = requests.stream()
                    .<Callable<Integer>>map(each -> () -> send(each).statusCode())
                    .toList();
            for (Future<Integer> status : callers.invokeAll(tasks)) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }

    /** How many withdrawals of an account Binance has executed. */
    int executed(BenchAccount account) throws InterruptedException {
        JsonNode withdrawals = new JsonHttp(control())
                .get("/withdrawals?account=" + account.name(), Map.of())
                .body();
        return withdrawals.size();
    }

    /** How often anything has arrived at Binance with an account's API key. */
    int arrived(BenchAccount account) throws InterruptedException {
        return new JsonHttp(control())
                .get("/requests?apiKey=" + account.apiKey(), Map.of())
                .body()
                .size();
    }

    @Override
    public void close() {
        peer.close();
        postgres.close();
        issuer.close();
        standIn.close();
    }

    private PeerProcess startPeer() throws InterruptedException {
        return PeerProcess.start(
                postgres,
                new PeerProcess.Surroundings(
                        new JavaCommand(PeerProcess.HEAP_MEGABYTES),
                        "http://%s:%d".formatted(Ports.HOST, standIn.port()),
                        issuer.address() + IssuerServer.KEYS),
                directory);
    }

    private String control() {
        return "http://%s:%d".formatted(Ports.HOST, standIn.controlPort());
    }
}
