package io.countersign.gateway.signature;

import io.countersign.wire.seal.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What Binance verifies a signature over: query, then body, as they were sent, nothing between, both without the signature. */
final class SignedPayload {

    private static final String SIGNATURE = "signature=";

    private SignedPayload() {}

    /** The octets of an understood request, which has the signature once. */
    static byte[] of(WireRequest wire) {
        int mark = wire.target().indexOf('?');
        String query = mark < 0 ? "" : wire.target().substring(mark + 1);
        String body = new String(wire.body().toBytes(), StandardCharsets.ISO_8859_1);
        return (withoutSignature(query) + withoutSignature(body)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String withoutSignature(String part) {
        return Arrays.stream(part.split("&", -1))
                .filter(pair -> !pair.startsWith(SIGNATURE))
                .collect(Collectors.joining("&"));
    }
}
