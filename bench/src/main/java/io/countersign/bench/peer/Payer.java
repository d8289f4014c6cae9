package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.intake.BenchAccount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import java.util.Map;

/** An account that withdraws to one address of its own: known to the stand-in, to the system, and in a peer's book. */
record Payer(BenchAccount account, String address) {

    static final String NETWORK = "BSC";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLENTY = "100000000";
    private static final int TRIES = 3;
    private static final int ACCEPTED = 202;

    /** Opened everywhere but in the peer's book; {@code run} keeps its names apart from other runs'. */
    static Payer open(Sandbox sandbox, String run, int number) throws InterruptedException {
        Payer payer = of(BenchAccount.open(sandbox, run, number), number);
        payer.installAtBinance(sandbox.addresses().standInControl());
        payer.bookAddress(sandbox);
        return payer;
    }

    /** With an address that no other number has. */
    static Payer of(BenchAccount account, int number) {
        return new Payer(account, "0x%040x".formatted(number + 1));
    }

    PreparedRequest withdrawal() {
        return account.awaitedWithdrawal(address);
    }

    /** By the stand-in's control address. */
    void installAtBinance(String control) throws InterruptedException {
        ObjectNode body =
                JSON.createObjectNode().put("apiKey", account.apiKey()).put("publicKey", account.publicKey());
        body.putObject("balances").put("USDT", PLENTY);
        body.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
        JsonAnswer answer = new JsonHttp(control)
                .send("PUT", "/accounts/" + account.name(), Map.of(), body);
        check("PUT /accounts", answer);
    }

    /** The same change again is harmless, so it is asked for until the engine is seen to have taken it. */
    private void bookAddress(Sandbox sandbox) throws InterruptedException {
        JsonHttp gateway = new JsonHttp(sandbox.addresses().gateway());
        Map<String, String> owner = Map.of("Authorization", "Bearer " + account.token());
        ObjectNode body = JSON.createObjectNode().put("network", NETWORK).put("address", address);
        JsonAnswer answer = gateway.send("POST", "/v1/addresses", owner, body);
        for (int again = 0; again < TRIES && answer.status() == ACCEPTED; again++) {
            answer = gateway.send("POST", "/v1/addresses", owner, body);
        }
        check("POST /v1/addresses", answer);
    }

    private static void check(String call, JsonAnswer answer) {
        if (!answer.isGood() || answer.status() == ACCEPTED) {
            throw new SandboxException("%s was answered with %d: %s".formatted(call, answer.status(), answer.body()));
        }
    }
}
