package io.countersign.bench.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.bench.http.PreparedRequest;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenRequest;
import io.vertx.core.buffer.Buffer;
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

/** An account whose phone signs withdrawals with Ed25519. */
public final class BenchAccount {

    private static final String PATH = "/sapi/v1/capital/withdraw/apply";
    private static final int APPLIED = 200;

    private final String name;
    private final String apiKey;
    private final String token;
    private final KeyPair key;
    private final AtomicInteger orders = new AtomicInteger();

    private BenchAccount(String name, String apiKey, String token, KeyPair key) {
        this.name = name;
        this.apiKey = apiKey;
        this.token = token;
        this.key = key;
    }

    /** A new account that has bound its key with the gateway; {@code run} keeps its names apart from other runs'. */
    static BenchAccount open(Sandbox sandbox, String run, int number) throws InterruptedException {
        BenchAccount account = unconnected(run, number, sandbox::token);
        JsonHttp.JsonAnswer answer = new JsonHttp(sandbox.addresses().gateway())
                .send(
                        "POST",
                        "/v1/connections",
                        Map.of("Authorization", "Bearer " + account.token),
                        new ObjectMapper()
                                .createObjectNode()
                                .put("apiKey", account.apiKey)
                                .put("publicKey", account.publicKey()));
        if (answer.status() != APPLIED) {
            throw new SandboxException("the gateway answers POST /v1/connections with " + answer.status());
        }
        return account;
    }

    /** A new account that no gateway knows. */
    public static BenchAccount unconnected(String run, int number, Function<TokenRequest, String> issuer) {
        String name = "bench-%s-%d".formatted(run, number);
        String apiKey = "%s%032d%024d".formatted(run, 0, number);
        return new BenchAccount(name, apiKey, issuer.apply(TokenRequest.owner(name)), keyPair());
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

    /** A withdrawal that nobody has asked for before, good for a minute, answered as soon as it is on the log. */
    PreparedRequest withdrawal() {
        return withdrawal("0x94df8b352de7f46f64b01d3666bf6e936e44ce60", Map.of("Prefer", "respond-async"));
    }

    /** A withdrawal to {@code address} that nobody has asked for before, good for a minute; its caller waits for Binance's answer. */
    public PreparedRequest awaitedWithdrawal(String address) {
        return withdrawal(address, Map.of());
    }

    private PreparedRequest withdrawal(String address, Map<String, String> more) {
        String parameters =
                "coin=USDT&network=BSC&address=%s&amount=8.91&withdrawOrderId=%s-%d&recvWindow=60000&timestamp=%d"
                        .formatted(address, name, orders.incrementAndGet(), System.currentTimeMillis());
        String body = parameters + "&signature=" + URLEncoder.encode(sign(parameters), StandardCharsets.US_ASCII);
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + token);
        headers.put("X-MBX-APIKEY", apiKey);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return new PreparedRequest(PATH, headers, Buffer.buffer(body));
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
