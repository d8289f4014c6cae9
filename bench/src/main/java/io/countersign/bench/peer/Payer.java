package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.intake.BenchAccount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import java.util.Map;
import java.util.Set;

/** An account that withdraws to one address of its own: known to the stand-in, to the system, and in a peer's book. */
record Payer(BenchAccount account, String address) {

    static final String NETWORK = "BSC";

    private static final String PLENTY = "100000000";
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 200;
    private static final int OK = 200;

    /** Not taken by the engine yet, too many at once, or no word from the log. */
    private static final Set<Integer> NOT_YET = Set.of(202, 429, 503);

    /** Where accounts are opened: the stand-in's control port and the gateway. */
    record Doors(JsonHttp standIn, JsonHttp gateway) {

        static Doors of(Sandbox sandbox) {
            return new Doors(
                    new JsonHttp(sandbox.addresses().standInControl()),
                    new JsonHttp(sandbox.addresses().gateway()));
        }
    }

    /** Opened everywhere but in the peer's book; {@code run} keeps its names apart from other runs'. */
    static Payer open(Sandbox sandbox, Doors doors, String run, int number) throws InterruptedException {
        Payer payer = of(BenchAccount.unconnected(run, number, sandbox::token), number);
        payer.installAtBinance(doors.standIn());
        JsonHttp gateway = doors.gateway();
        ObjectNode connection =
                body().put("apiKey", payer.account.apiKey()).put("publicKey", payer.account.publicKey());
        payer.change(gateway, "/v1/connections", connection);
        payer.change(gateway, "/v1/addresses", body().put("network", NETWORK).put("address", payer.address));
        return payer;
    }

    /** With an address that no other number has. */
    static Payer of(BenchAccount account, int number) {
        return new Payer(account, "0x%040x".formatted(number + 1));
    }

    PreparedRequest withdrawal() {
        return account.awaitedWithdrawal(address);
    }

    /** By the stand-in's control port. */
    void installAtBinance(JsonHttp control) throws InterruptedException {
        ObjectNode body = body().put("apiKey", account.apiKey()).put("publicKey", account.publicKey());
        body.putObject("balances").put("USDT", PLENTY);
        body.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
        JsonAnswer answer = control.send("PUT", "/accounts/" + account.name(), Map.of(), body);
        check("PUT /accounts", answer);
    }

    /** The same change again is harmless, so it is asked for until the engine is seen to have taken it. */
    private void change(JsonHttp gateway, String path, ObjectNode body) throws InterruptedException {
        Map<String, String> owner = Map.of("Authorization", "Bearer " + account.token());
        JsonAnswer answer = gateway.send("POST", path, owner, body);
        for (int again = 0; again < TRIES && NOT_YET.contains(answer.status()); again++) {
            Thread.sleep(PAUSE_MILLIS);
            answer = gateway.send("POST", path, owner, body);
        }
        check("POST " + path, answer);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void check(String call, JsonAnswer answer) {
        if (answer.status() != OK) {
            throw new SandboxException("%s was answered with %d: %s".formatted(call, answer.status(), answer.body()));
        }
    }
}
