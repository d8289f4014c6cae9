package io.countersign.sandbox.demo.world;

import com.binance.connector.client.SpotClient;
import com.binance.connector.client.impl.SpotClientImpl;
import com.binance.connector.client.utils.signaturegenerator.SignatureGenerator;
import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.wire.Tap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One account's phone: the key, Binance's client with it, and the owner's token. */
public final class DemoAccount {
    /** So long that the gateway's last word still comes before the client's own ten seconds are over. */
    private static final long RECV_WINDOW_MILLIS = 6_000;

    private final Identity identity;
    private final Phone phone;
    private final Connector connector;

    /** Who it is at the stand-in and at the gateway. */
    record Identity(
            String name,
            String apiKey,
            String address,
            String token,
            @Nullable String publicKey) {}

    /** What it signs and sends with. */
    record Phone(SignatureGenerator signer, Tap tap, GatewayClient gateway, Names names) {}

    DemoAccount(Identity identity, Phone phone) {
        this.identity = identity;
        this.phone = phone;
        SpotClient client = new SpotClientImpl(
                identity.apiKey(), phone.signer(), phone.tap().address());
        this.connector = new Connector(client, identity.apiKey(), identity.token(), phone.tap());
    }

    public String name() {
        return identity.name();
    }

    public String apiKey() {
        return identity.apiKey();
    }

    public String token() {
        return identity.token();
    }

    /** The native API with this owner's token. */
    public GatewayClient gateway() {
        return phone.gateway();
    }

    /** Binds the account's API key, with its public key unless it is HMAC. */
    public void connect() throws InterruptedException {
        phone.gateway().bind(identity.apiKey(), identity.publicKey());
    }

    /** The same account whose phone gets every signature wrong by its last digit. */
    public DemoAccount withWrongSignatures() {
        SignatureGenerator wrong = payload -> {
            String right = phone.signer().getSignature(payload);
            char last = right.charAt(right.length() - 1);
            return right.substring(0, right.length() - 1) + (last == '0' ? '1' : '0');
        };
        return new DemoAccount(identity, new Phone(wrong, phone.tap(), phone.gateway(), phone.names()));
    }

    /** What Binance's client would sign these octets with. */
    String sign(String payload) {
        return phone.signer().getSignature(payload);
    }

    /** A new withdrawal to the account's own address. */
    public WithdrawOrder order(Amount amount) {
        return new WithdrawOrder(phone.names().order(), amount, identity.address());
    }

    public Answer withdraw(WithdrawOrder order) {
        return signed(Map.of(), order.parameters(), (client, parameters) -> client.createWallet()
                .withdraw(parameters));
    }

    /** Asks not to wait for Binance's answer. */
    public Answer withdrawLater(WithdrawOrder order) {
        return signed(
                Map.of("Prefer", "respond-async"), order.parameters(), (client, parameters) -> client.createWallet()
                        .withdraw(parameters));
    }

    public Answer history(WithdrawOrder order) {
        return signed(Map.of(), Map.of("withdrawOrderId", order.id()), (client, parameters) -> client.createWallet()
                .withdrawHistory(parameters));
    }

    public Answer balances() {
        return signed(Map.of(), Map.of(), (client, parameters) -> client.createWallet()
                .getUserAsset(parameters));
    }

    public Answer depositAddress(String coin) {
        return signed(Map.of(), Map.of("coin", coin), (client, parameters) -> client.createWallet()
                .depositAddress(parameters));
    }

    /** Something that this proxy is not for. */
    public Answer trade() {
        Map<String, Object> order = Map.of("symbol", "BTCUSDT", "side", "SELL", "type", "MARKET", "quantity", "1");
        return signed(
                Map.of(), order, (client, parameters) -> client.createTrade().newOrder(parameters));
    }

    /** The connector adds timestamp and signature to the map that it is given. */
    private Answer signed(Map<String, String> headers, Map<String, Object> parameters, Call call) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("recvWindow", RECV_WINDOW_MILLIS);
        Function<SpotClient, String> made = client -> call.make(client, all);
        return connector.call(headers, made);
    }

    @FunctionalInterface
    private interface Call {
        String make(SpotClient client, Map<String, Object> parameters);
    }
}
