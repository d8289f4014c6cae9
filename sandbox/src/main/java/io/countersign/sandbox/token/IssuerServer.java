package io.countersign.sandbox.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.standin.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** An identity provider's public side: the discovery document and the keys, read anew each time, so that they may be changed. */
public final class IssuerServer implements AutoCloseable {
    /** Where the discovery document is. */
    public static final String DISCOVERY = "/.well-known/openid-configuration";

    /** Where the JWK set is. */
    public static final String KEYS = "/jwks";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Path keys;

    private IssuerServer(HttpServer server, Path keys) {
        this.server = server;
        this.keys = keys;
    }

    /** Answers on loopback, with the keys in the folder {@code keys}; port 0 takes any. */
    public static IssuerServer start(int port, Path keys) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        IssuerServer issuer = new IssuerServer(server, keys);
        server.createContext("/", issuer::answer);
        server.start();
        return issuer;
    }

    public String address() {
        return "http://" + Ports.HOST + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body =
                    switch (path) {
                        case DISCOVERY -> discovery();
                        case KEYS -> Files.readString(KeyFile.TOKEN_ISSUER_JWKS.in(keys));
                        default -> "";
                    };
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(Set.of(DISCOVERY, KEYS).contains(path) ? OK : NOT_FOUND, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    private String discovery() {
        return Json.object()
                .put("issuer", TokenIssuer.ISSUER)
                .put("jwks_uri", address() + KEYS)
                .set("id_token_signing_alg_values_supported", Json.array().add("ES256"))
                .toString();
    }
}
