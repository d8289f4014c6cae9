package io.countersign.gateway.engine;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.countersign.domain.id.AccountId;
import io.countersign.gateway.answer.Json;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Asks the engines one after the other, each once and not for long. Blocks. */
public final class EngineClient implements AccountQueries, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EngineClient.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            // An engine that is newer than this gateway tells more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** An account without state is answered 404, with what holds for it nevertheless. */
    private static final Set<Integer> ANSWERED = Set.of(200, 404);

    private static final int SENSELESS = 400;

    private final HttpClient http;
    private final List<URI> engines;
    private final String token;
    private final Duration timeout;

    /** What is decided outside. */
    public record Setting(List<URI> engines, String token, Duration connectTimeout, Duration timeout) {}

    public EngineClient(Setting setting) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(setting.connectTimeout())
                .build();
        this.engines = List.copyOf(setting.engines());
        this.token = setting.token();
        this.timeout = setting.timeout();
    }

    @Override
    public AccountReport account(AccountId account) {
        return firstOf("/internal/accounts/" + account, HttpRequest.Builder::GET, AccountReport.class);
    }

    @Override
    public DryRun.Result dryRun(AccountId account, DryRun question) {
        byte[] body = Json.write(question).toBytes();
        return firstOf(
                "/internal/accounts/" + account + "/dry-run",
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                DryRun.Result.class);
    }

    private <T> T firstOf(String path, UnaryOperator<HttpRequest.Builder> method, Class<T> type) {
        return engines.stream()
                .flatMap(engine -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve(path))
                            .timeout(timeout)
                            .header("Authorization", "Bearer " + token);
                    return ask(method.apply(request).build(), type).stream();
                })
                .findFirst()
                .orElseThrow(EngineClient::away);
    }

    private <T> Optional<T> ask(HttpRequest request, Class<T> type) {
        URI engine = request.uri();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == SENSELESS) {
                throw senseless(JSON.readTree(answer.body()).path("detail").asText());
            }
            if (ANSWERED.contains(answer.statusCode())) {
                return Optional.of(JSON.readValue(answer.body(), type));
            }
            LOG.warnf("engine cannot tell: engine=%s status=%d", engine, answer.statusCode());
        } catch (JacksonException e) {
            LOG.warnf("engine not understood: engine=%s", engine);
        } catch (IOException e) {
            LOG.warnf("engine does not answer: engine=%s reason=%s", engine, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static ProblemException senseless(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_BODY, "request: " + detail));
    }

    private static ProblemException away() {
        return new ProblemException(
                Problem.of(ProblemType.ENGINE_UNAVAILABLE, "no risk engine can tell at the moment; ask again")
                        .with("Retry-After", "2"));
    }

    @Override
    public void close() {
        http.close();
    }
}
