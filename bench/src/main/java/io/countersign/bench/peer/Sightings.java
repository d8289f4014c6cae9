package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When withdrawals arrived at the stand-in, by their order ids, in microseconds since 1970 on the machine's clock. */
final class Sightings {

    private static final Pattern ORDER = Pattern.compile("withdrawOrderId=([^&]+)");
    private static final int PAGE = 5_000;

    private final JsonHttp control;

    /** By the stand-in's control address. */
    Sightings(String control) {
        this.control = new JsonHttp(control);
    }

    /** Every arrival of each order since {@link #forget}. */
    Map<String, List<Long>> all() throws InterruptedException {
        Map<String, List<Long>> seen = new HashMap<>();
        long last = 0;
        JsonNode page;
        do {
            page = checked(control.get(
                    "/requests?path=/sapi/v1/capital/withdraw/apply&limit=%d&after=%d".formatted(PAGE, last),
                    Map.of()));
            for (JsonNode each : page) {
                last = each.path("number").asLong();
                String body = new String(
                        Base64.getDecoder().decode(each.path("bodyBase64").asText()), StandardCharsets.US_ASCII);
                seen.computeIfAbsent(order(body), ignored -> new ArrayList<>())
                        .add(each.path("atMicros").asLong());
            }
        } while (page.size() == PAGE);
        return seen;
    }

    /** The stand-in keeps what it has seen in memory, which ends. */
    void forget() throws InterruptedException {
        checked(control.send("DELETE", "/requests", Map.of(), JsonNodeFactory.instance.objectNode()));
    }

    /** The order id in a form body. */
    static String order(String body) {
        Matcher matcher = ORDER.matcher(body);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a withdrawal without withdrawOrderId");
        }
        return matcher.group(1);
    }

    private static JsonNode checked(JsonAnswer answer) {
        if (!answer.isGood()) {
            throw new SandboxException("the stand-in answers %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.body();
    }
}
