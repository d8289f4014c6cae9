package io.countersign.bench.peer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.bench.workload.BenchAccount;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;
import io.countersign.sandbox.settings.SandboxException;
import java.util.Map;

/** Opens accounts: with the system and at the stand-in. In a peer's book they are put together. */
record Opener(Sandbox sandbox, JsonHttp gateway, JsonHttp standIn) {

    private static final String PLENTY = "100000000";

    static Opener of(Sandbox sandbox) {
        return new Opener(
                sandbox,
                new JsonHttp(sandbox.addresses().gateway()),
                new JsonHttp(sandbox.addresses().standInControl()));
    }

    /** {@code run} keeps its names apart from other runs'. */
    BenchAccount open(String run, int number) throws InterruptedException {
        BenchAccount account = BenchAccount.open(sandbox, gateway, run, number);
        account.book(gateway);
        installAtBinance(standIn, account);
        return account;
    }

    /** By the stand-in's control port. */
    static void installAtBinance(JsonHttp standIn, BenchAccount account) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("apiKey", account.apiKey())
                .put("publicKey", account.publicKey());
        body.putObject("balances").put("USDT", PLENTY);
        body.putObject("permissions").put("enableReading", true).put("enableWithdrawals", true);
        JsonAnswer answer = standIn.send("PUT", "/accounts/" + account.name(), Map.of(), body);
        if (!answer.isGood()) {
            throw new SandboxException(
                    "the stand-in answers PUT /accounts with %d: %s".formatted(answer.status(), answer.body()));
        }
    }
}
