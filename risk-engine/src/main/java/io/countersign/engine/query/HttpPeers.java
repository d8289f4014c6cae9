package io.countersign.engine.query;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks another engine over HTTP, once and not for long: a copy that is here beats an answer that comes late. */
final class HttpPeers implements Peers, AutoCloseable {

    /** Marks a question that another engine passed on. */
    static final String FORWARDED = "Countersign-Forwarded";

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final QueryToken token;

    HttpPeers(QueryToken token) {
        this.token = token;
    }

    @Override
    public Optional<Found.Elsewhere> ask(String host, AccountId account) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + "/internal/accounts/" + account))
                .timeout(TIMEOUT)
                .header("Authorization", token.header())
                .header(FORWARDED, "true")
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean useful = answer.statusCode() == OK || answer.statusCode() == NOT_FOUND;
            return useful
                    ? Optional.of(new Found.Elsewhere(answer.statusCode(), Octets.of(answer.body())))
                    : Optional.empty();
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
