package io.countersign.bench.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.domain.request.Destination;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An account whose phone signs with Ed25519. Its requests are good for a minute, and no two are the same. */
public final class BenchAccount {

    private static final String WITHDRAW = "/sapi/v1/capital/withdraw/apply";
    private static final String NETWORK = "BSC";
    private static final int APPLIED = 200;
    private static final int ACCEPTED = 202;
    private static final int TRIES = 5;

    private final String name;
    private final String apiKey;
    private final String address;
    private final String token;
    private final KeyPair key;
    private final AtomicInteger orders = new AtomicInteger();

    private BenchAccount(String name, String apiKey, String address, String token, KeyPair key) {
        this.name = name;
        this.apiKey = apiKey;
        this.address = address;
        this.token = token;
        this.key = key;
    }

    /** A new account that has bound its key with the gateway; {@code run} keeps its names apart from other runs'. */
    public static BenchAccount open(Sandbox sandbox, JsonHttp gateway, String run, int number)
            throws InterruptedException {
        BenchAccount account = unconnected(run, number, sandbox::token);
        account.post(
                gateway,
                "/v1/connections",
                new ObjectMapper()
                        .createObjectNode()
                        .put("apiKey", account.apiKey)
                        .put("publicKey", account.publicKey()));
        return account;
    }

    /** A new account that no gateway knows. */
    public static BenchAccount unconnected(String run, int number, Function<TokenRequest, String> issuer) {
        String name = "bench-%s-%d".formatted(run, number);
        return new BenchAccount(
                name,
                "%s%032d%024d".formatted(run, 0, number),
                "0x%08x%032d".formatted(run.hashCode(), number),
                issuer.apply(TokenRequest.owner(name)),
                keyPair());
    }

    public String name() {
        return name;
    }

    public String apiKey() {
        return apiKey;
    }

    public String token() {
        return token;
    }

    /** Base64 of its SubjectPublicKeyInfo. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    /** The destination of all its withdrawals, as the address book names it. */
    public Destination destination() {
        return new Destination(NETWORK, address, null);
    }

    /** Puts the account's address on its address book. */
    public void book(JsonHttp gateway) throws InterruptedException {
        post(
                gateway,
                "/v1/addresses",
                new ObjectMapper().createObjectNode().put("network", NETWORK).put("address", address));
    }

    /** A withdrawal that nobody has asked for before, answered with Binance's answer. */
    public PreparedRequest withdrawal() {
        return withdrawal(Map.of());
    }

    /** The same, answered as soon as it is on the log. */
    public PreparedRequest withdrawalWithoutWaiting() {
        return withdrawal(Map.of("Prefer", "respond-async"));
    }

    /** A question to an endpoint that takes no parameters of its own. */
    public PreparedRequest question(String path) {
        return new PreparedRequest(HttpMethod.GET, path + "?" + signed(lifetime()), headers(Map.of()), Buffer.buffer());
    }

    private PreparedRequest withdrawal(Map<String, String> more) {
        String parameters = "coin=USDT&network=%s&address=%s&amount=8.91&withdrawOrderId=%s-%d&%s"
                .formatted(NETWORK, address, name, orders.incrementAndGet(), lifetime());
        Map<String, String> headers = new HashMap<>(headers(more));
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return new PreparedRequest(HttpMethod.POST, WITHDRAW, headers, Buffer.buffer(signed(parameters)));
    }

    private static String lifetime() {
        return "recvWindow=60000&timestamp=" + System.currentTimeMillis();
    }

    private Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + token);
        headers.put("X-MBX-APIKEY", apiKey);
        return headers;
    }

    private String signed(String parameters) {
        return parameters + "&signature=" + URLEncoder.encode(sign(parameters), StandardCharsets.US_ASCII);
    }

    /** On a busy machine the engine's word can take longer than the gateway waits for it; the same change again is harmless. */
    private void post(JsonHttp gateway, String path, ObjectNode body) throws InterruptedException {
        Map<String, String> authorization = Map.of("Authorization", "Bearer " + token);
        int status = ACCEPTED;
        for (int i = 0; i < TRIES && status == ACCEPTED; i++) {
            status = gateway.send("POST", path, authorization, body).status();
        }
        if (status != APPLIED) {
            throw new SandboxException("the gateway answers POST %s with %d".formatted(path, status));
        }
    }

    private String sign(String payload) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with Ed25519", e);
        }
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes Ed25519 keys", e);
        }
    }
}
