package io.countersign.reading;

import io.countersign.wire.message.Octets;
import java.util.List;
import java.util.Locale;

/** A request as it came off the socket: nothing decoded, nothing normalised. */
public record ReceivedRequest(String method, String target, List<Header> headers, Octets body) {

    public ReceivedRequest {
        headers = List.copyOf(headers);
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** Every value of the header {@code name}, given in lower case, in order. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Header::value)
                .toList();
    }

    @Override
    public String toString() {
        return "a received %s with %d headers and %s".formatted(method, headers.size(), body);
    }
}
