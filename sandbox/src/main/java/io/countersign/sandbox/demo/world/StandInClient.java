package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The stand-in's control API: installs accounts and reads back what arrived. */
public final class StandInClient {
    private static final int PAGE = 10_000;
    private static final String ALL = "?limit=" + PAGE;

    /** More than one step of anything sends. */
    private static final int ALWAYS = 100_000;

    private final JsonHttp http;

    public StandInClient(String address) {
        this.http = new JsonHttp(address);
    }

    void install(String account, String apiKey, SigningKey key, Map<String, String> balances)
            throws InterruptedException {
        ObjectNode body = Json.object().put("apiKey", apiKey).put(key.field(), key.known());
        ObjectNode held = body.putObject("balances");
        balances.forEach(held::put);
        body.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
        checked("PUT /accounts", http.send("PUT", "/accounts/" + account, Map.of(), body));
    }

    /** Makes the next {@code times} requests of an endpoint meet a fault of the stand-in's. */
    public void misbehave(String method, String path, String kind, int times) throws InterruptedException {
        ArrayNode faults = Json.array();
        ObjectNode fault = faults.addObject().put("kind", kind).put("times", times);
        fault.putObject("match").put("method", method).put("path", path);
        checked("PUT /faults", http.send("PUT", "/faults", Map.of(), faults));
    }

    /** Answers the next request of {@code method} and {@code path} with {@code status}, and does not carry it out. */
    public void answerOnce(String method, String path, int status) throws InterruptedException {
        ArrayNode faults = Json.array();
        ObjectNode fault =
                faults.addObject().put("kind", "status").put("times", 1).put("status", status);
        fault.putObject("match").put("method", method).put("path", path);
        checked("PUT /faults", http.send("PUT", "/faults", Map.of(), faults));
    }

    /** Sets limits by the stand-in's names; those that are left out are Binance's. Use starts at nothing. */
    public void limit(Map<String, Integer> limits) throws InterruptedException {
        ObjectNode body = Json.object();
        limits.forEach(body::put);
        checked("PUT /limits", http.send("PUT", "/limits", Map.of(), body));
    }

    /** How many requests of each path were answered with each status, such as {@code 429 /sapi/v1/account/info}. */
    public Map<String, Long> answers() throws InterruptedException {
        return list("/requests" + ALL).stream()
                .collect(Collectors.groupingBy(
                        each -> each.path("status").asInt() + " "
                                + each.path("path").asText(),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** Every request that arrived, the relay's own included. */
    public List<ReceivedRequest> requests() throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> page = list("/requests" + ALL);
        all.addAll(page);
        while (page.size() == PAGE) {
            page = list("/requests" + ALL + "&after="
                    + page.getLast().path("number").asLong());
            all.addAll(page);
        }
        return all.stream().map(ReceivedRequest::of).toList();
    }

    /** Makes every request of a path meet a fault until {@link #behave}; an empty path is every path. */
    public void misbehaveAlways(String path, String kind, long delayMillis, long retryAfterSeconds)
            throws InterruptedException {
        ArrayNode faults = Json.array();
        ObjectNode fault = faults.addObject().put("kind", kind).put("times", ALWAYS);
        if (delayMillis > 0) {
            fault.put("delayMillis", delayMillis);
        }
        if (retryAfterSeconds > 0) {
            fault.put("retryAfterSeconds", retryAfterSeconds);
        }
        if (!path.isEmpty()) {
            fault.putObject("match").put("path", path);
        }
        checked("PUT /faults", http.send("PUT", "/faults", Map.of(), faults));
    }

    /** Ends every fault and the drift of its clock. */
    public void behave() throws InterruptedException {
        checked("PUT /faults", http.send("PUT", "/faults", Map.of(), Json.array()));
        drift(0);
    }

    /** Sets its clock so far before the machine's. */
    public void drift(long offsetMillis) throws InterruptedException {
        ObjectNode clock = Json.object().put("offsetMillis", offsetMillis);
        checked("PUT /clock", http.send("PUT", "/clock", Map.of(), clock));
    }

    /** Every request that arrived with an API key. */
    public List<ReceivedRequest> requests(String apiKey) throws InterruptedException {
        return list("/requests" + ALL + "&apiKey=" + apiKey).stream()
                .map(ReceivedRequest::of)
                .toList();
    }

    /** Every withdrawal that an account has made. */
    public List<JsonNode> withdrawals(String account) throws InterruptedException {
        return list("/withdrawals?account=" + account);
    }

    /** How often an account's order was executed. */
    public int executions(String account, String orderId) throws InterruptedException {
        return (int) withdrawals(account).stream()
                .filter(each -> each.path("withdrawOrderId").asText().equals(orderId))
                .count();
    }

    private List<JsonNode> list(String path) throws InterruptedException {
        JsonNode list = checked("GET " + path, http.get(path, Map.of()));
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode checked(String call, JsonAnswer answer) {
        if (!answer.isGood()) {
            throw new SandboxException("the stand-in answers %s with %d: %s"
                    .formatted(call, answer.status(), answer.body().toString()));
        }
        return answer.body();
    }
}
