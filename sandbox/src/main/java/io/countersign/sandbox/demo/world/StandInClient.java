package io.countersign.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.standin.http.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The stand-in's control API: installs accounts and reads back what arrived. */
public final class StandInClient {
    private static final String ALL = "?limit=10000";

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

    /** Every request that arrived, the relay's own included. */
    public List<ReceivedRequest> requests() throws InterruptedException {
        return list("/requests" + ALL).stream().map(ReceivedRequest::of).toList();
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
