package io.countersign.sandbox.demo.world;

import io.countersign.sandbox.Addresses;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.wire.RawHttp;
import io.countersign.sandbox.demo.wire.Tap;
import io.countersign.sandbox.token.TokenRequest;
import io.countersign.wire.message.Octets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that the steps share: a running sandbox, the tap before its gateway, and the accounts of this run. */
public final class DemoWorld implements AutoCloseable {
    private static final int API_KEY_CHARACTERS = 64;
    private static final String BALANCE = "1000000";

    private final Sandbox sandbox;
    private final Tap tap;
    private final StandInClient standIn;
    private final Caps caps;
    private final Names names = new Names();
    private final Map<KeyType, DemoAccount> owners = new EnumMap<>(KeyType.class);
    private final List<DemoAccount> accounts = new ArrayList<>();

    private DemoWorld(Sandbox sandbox) {
        Addresses addresses = sandbox.addresses();
        this.sandbox = sandbox;
        this.caps = Caps.live(addresses.kafka(), addresses.registry());
        this.standIn = new StandInClient(addresses.standInControl());
        this.tap = Tap.before(gatewayAddress(addresses));
    }

    public static DemoWorld of(Sandbox sandbox) {
        return new DemoWorld(sandbox);
    }

    public Caps caps() {
        return caps;
    }

    /** Those of every policy that was published, by its version. */
    public Map<Long, Caps> publishedCaps() {
        return Caps.published(sandbox.addresses().kafka(), sandbox.addresses().registry());
    }

    public Tap tap() {
        return tap;
    }

    public StandInClient standIn() {
        return standIn;
    }

    /** What the topics hold. */
    public TopicReader topics() {
        return TopicReader.committed(sandbox.addresses().kafka());
    }

    /** The account that signs with this type of key, opened at its first use. */
    public DemoAccount owner(KeyType type) throws InterruptedException {
        DemoAccount known = owners.get(type);
        if (known != null) {
            return known;
        }
        DemoAccount opened = open(type.label(), type);
        owners.put(type, opened);
        return opened;
    }

    /** A new account that is connected and has its own address on its book. */
    public DemoAccount open(String purpose, KeyType type) throws InterruptedException {
        DemoAccount account = openUnbound(purpose, type);
        account.connect();
        account.gateway()
                .book(WithdrawOrder.NETWORK, account.order(caps.small()).address());
        return account;
    }

    /** A new account at Binance that nobody has connected here. */
    public DemoAccount openUnbound(String purpose, KeyType type) throws InterruptedException {
        String name = names.account(purpose);
        String apiKey = names.apiKey(API_KEY_CHARACTERS);
        SigningKey key = SigningKey.generate(type, names);
        standIn.install(name, apiKey, key, Map.of(caps.quote(), BALANCE, "BTC", "10"));
        String token = sandbox.token(TokenRequest.owner(name));
        DemoAccount account = new DemoAccount(
                new DemoAccount.Identity(name, apiKey, names.address(), token, key.publicKey()),
                new DemoAccount.Phone(
                        key.signer(), tap, new GatewayClient(sandbox.addresses().gateway(), token), names));
        accounts.add(account);
        return account;
    }

    /** Every account of this run so far. */
    public List<DemoAccount> accounts() {
        return List.copyOf(accounts);
    }

    /** An address that is on nobody's book. */
    public String strangersAddress() {
        return names.address();
    }

    /** A withdrawal of a few units of the policy's quote currency. */
    public WithdrawOrder smallOrder(DemoAccount account) {
        return account.order(caps.small());
    }

    /** Sends octets that no client of ours wrote, where the tap sees them. */
    public HttpMessage sendThroughTap(Octets octets) {
        return RawHttp.send(tap.socketAddress(), octets);
    }

    /** Sends octets to the gateway again, past client and tap. */
    public HttpMessage sendAgain(Octets octets) {
        return RawHttp.send(gatewayAddress(sandbox.addresses()), octets);
    }

    private static InetSocketAddress gatewayAddress(Addresses addresses) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                URI.create(addresses.gateway()).getPort());
    }

    @Override
    public void close() {
        tap.close();
    }
}
