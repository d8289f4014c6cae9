package io.countersign.sandbox.harm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.countersign.domain.id.WireDigest;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.standin.http.Json;

/**
 * One answer, as the client that got it keeps it.
 *
 * @param client who got it
 * @param digest of what was signed: the same for a repeat
 * @param withdrawal whether it asks to move funds
 * @param place where to ask on, empty if the answer named none
 * @param said the status and the problem's type or Binance's code
 * @param atNanos when it came, by {@link System#nanoTime}
 */
record Told(Client client, WireDigest digest, boolean withdrawal, Word word, String place, String said, long atNanos) {
    /** Who asks, and how it asks on. */
    record Client(String name, Asking asking) {
        static Client of(DemoAccount account) {
            return new Client(account.name(), place -> account.gateway().request(place));
        }
    }

    /** What is known of a request by its place. */
    @FunctionalInterface
    interface Asking {
        JsonNode request(String place) throws InterruptedException;
    }

    static Told silence(Client client, WireDigest digest, boolean withdrawal) {
        return new Told(client, digest, withdrawal, Word.SILENCE, "", "no answer", System.nanoTime());
    }

    static Told of(Client client, WireDigest digest, boolean withdrawal, HttpMessage answer) {
        JsonNode body = Json.read(answer.text()).orElse(MissingNode.getInstance());
        String type = body.path("type").asText("");
        String place = answer.header("Location").orElse(body.path("instance").asText(""));
        String said =
                answer.status() + " " + (type.isEmpty() ? body.path("code").asText("") : type);
        return new Told(
                client,
                digest,
                withdrawal,
                Word.of(answer.status(), type),
                place.startsWith("/v1/requests/") ? place : "",
                said.strip(),
                System.nanoTime());
    }

    /** What to look for in topics and logs. */
    String name() {
        return (place.isEmpty() ? "wire digest " + digest.hex() : place) + " of " + client.name() + ", told " + said;
    }
}
