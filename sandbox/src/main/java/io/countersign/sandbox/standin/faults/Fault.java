package io.countersign.sandbox.standin.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.Octets;
import io.countersign.sandbox.standin.http.WireRequest;
import java.time.Duration;
import java.util.Map;

/** One rule: which requests, how often, and what to do to them. */
public record Fault(Match match, int times, FaultKind kind, Duration delay, Reaction reaction) {

    /** Empty texts match everything. */
    public record Match(String method, String path, String apiKey) {

        boolean fits(WireRequest request) {
            return (method.isEmpty() || method.equals(request.method()))
                    && (path.isEmpty() || path.equals(request.path()))
                    && (apiKey.isEmpty() || apiKey.equals(request.header("X-MBX-APIKEY")));
        }
    }

    /** What is answered, where the kind answers at all. Zero and empty mean: as is usual for the kind. */
    public record Reaction(int status, int code, String msg, long retryAfterSeconds) {}

    private static final long DEFAULT_RETRY_AFTER = 30;

    Fault once() {
        return new Fault(match, times - 1, kind, delay, reaction);
    }

    HttpAnswer answer() {
        return switch (kind) {
            case ERROR_AFTER ->
                error(
                        504,
                        -1007,
                        "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
            case STATUS -> error(500, -1000, "An unknown error occurred while processing the request.");
            case RATE_LIMIT ->
                error(
                                429,
                                -1003,
                                "Too much request weight used; current limit is 6000 request weight per 1 MINUTE. "
                                        + "Please use WebSocket Streams for live updates to avoid polling the API.")
                        .with(retryAfter());
            case BAN ->
                error(
                                418,
                                -1003,
                                "Way too much request weight used; IP banned. "
                                        + "Please use WebSocket Streams for live updates to avoid bans.")
                        .with(retryAfter());
            case GARBAGE ->
                new HttpAnswer(
                        reaction.status() == 0 ? 200 : reaction.status(),
                        Map.of("Content-Type", "application/json;charset=UTF-8"),
                        Octets.utf8("{\"id\":\"7213fea8e9"));
            case ERROR_BEFORE, SLOW, LATE, RESET_BEFORE, RESET_AFTER, HANG, HANG_AFTER ->
                error(
                        503,
                        -1008,
                        "Server is currently overloaded with other requests. Please try again in a few minutes.");
        };
    }

    private Map<String, String> retryAfter() {
        long seconds = reaction.retryAfterSeconds() == 0 ? DEFAULT_RETRY_AFTER : reaction.retryAfterSeconds();
        return Map.of("Retry-After", Long.toString(seconds));
    }

    private HttpAnswer error(int status, int code, String msg) {
        ObjectNode body = Json.object()
                .put("code", reaction.code() == 0 ? code : reaction.code())
                .put("msg", reaction.msg().isEmpty() ? msg : reaction.msg());
        HttpAnswer answer = HttpAnswer.json(reaction.status() == 0 ? status : reaction.status(), body);
        return reaction.retryAfterSeconds() == 0 ? answer : answer.with(retryAfter());
    }
}
