package io.countersign.wire.seal;

import io.countersign.wire.message.Octets;
import java.util.List;

/** Binance's answer as it came: status, the headers that matter, body octets. */
public record WireAnswer(int status, List<Header> headers, Octets body) {

    public WireAnswer {
        headers = List.copyOf(headers);
    }

    /** One header field. */
    public record Header(String name, String value) {}

    /** Without the body, which is the user's. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
