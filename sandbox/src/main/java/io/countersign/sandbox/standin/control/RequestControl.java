package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.journal.RecordedRequest;
import io.countersign.sandbox.standin.journal.RequestJournal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what arrived, octet for octet. */
final class RequestControl {

    private static final int MAX_ROWS = 10_000;
    private static final int DEFAULT_ROWS = 1_000;

    private final RequestJournal journal;

    RequestControl(RequestJournal journal) {
        this.journal = journal;
    }

    List<ObjectNode> list(ControlRequest request) {
        request.allow(Set.of("after", "limit", "apiKey", "path"));
        String apiKey = request.parameter("apiKey");
        String path = request.parameter("path");
        int limit = Math.toIntExact(request.number("limit", DEFAULT_ROWS, MAX_ROWS));
        return journal
                .after(request.number("after", 0, Long.MAX_VALUE), limit, recorded -> fits(recorded, apiKey, path))
                .stream()
                .map(RequestControl::describe)
                .toList();
    }

    private static boolean fits(RecordedRequest recorded, String apiKey, String path) {
        return (apiKey.isEmpty() || apiKey.equals(recorded.request().header("X-MBX-APIKEY")))
                && (path.isEmpty() || path.equals(recorded.request().path()));
    }

    private static ObjectNode describe(RecordedRequest recorded) {
        WireRequest request = recorded.request();
        Instant at = Instant.EPOCH.plus(request.arrivedMicros(), ChronoUnit.MICROS);
        ObjectNode node = Json.object()
                .put("number", recorded.number())
                .put("at", at.toString())
                .put("atMicros", request.arrivedMicros())
                .put("binanceMicros", recorded.binanceMicros())
                .put("remoteAddress", request.remoteAddress())
                .put("method", request.method())
                .put("target", request.target())
                .put("path", request.path());
        ArrayNode headers = node.putArray("headers");
        request.headers()
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        return node.put("bodyBase64", request.body().base64())
                .put("rawBase64", request.raw().base64())
                .put("account", orNull(recorded.ending().account()))
                .put("status", recorded.ending().status())
                .put("executed", recorded.ending().executed())
                .put("withdrawalId", orNull(recorded.ending().withdrawalId()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
