package io.countersign.sandbox.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.e2e.NativeApi;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.token.TokenRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kept API key that belongs to one account after another, so that what it signed once can be asked for again. */
final class BorrowedKey {

    private static final int DONE = 200;

    private final Sandbox sandbox;
    private final String apiKey;
    private Optional<String> holder = Optional.empty();

    BorrowedKey(Sandbox sandbox, String apiKey) {
        this.sandbox = sandbox;
        this.apiKey = apiKey;
    }

    /** Without a public key nobody here can verify its signatures. */
    void moveTo(String account, @Nullable String publicKey) throws InterruptedException {
        ObjectNode body = Json.object().put("apiKey", apiKey);
        if (holder.isPresent()) {
            send(sandbox, holder.get(), "DELETE", "/v1/connections", body.deepCopy());
        }
        if (publicKey != null) {
            body.put("publicKey", publicKey);
        }
        send(sandbox, account, "POST", "/v1/connections", body);
        holder = Optional.of(account);
    }

    /** Lets {@code account} withdraw to an address; without a network on the coin's default one. */
    static void allow(Sandbox sandbox, String account, @Nullable String network, String address)
            throws InterruptedException {
        ObjectNode body = Json.object().put("address", address);
        if (network != null) {
            body.put("network", network);
        }
        send(sandbox, account, "POST", "/v1/addresses", body);
    }

    private static void send(Sandbox sandbox, String account, String method, String path, ObjectNode body)
            throws InterruptedException {
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner(account));
        int status = Poll.until(() -> owner.send(method, path, body).status(), each -> each == DONE);
        assertThat(status).as(method + " " + path).isEqualTo(DONE);
    }
}
