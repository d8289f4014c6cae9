package io.countersign.gateway.answer;

import io.countersign.wire.message.Octets;
import java.util.List;

/**
 * An HTTP answer, ready to be written.
 *
 * @param body the first part, and mostly all
 * @param more what follows it; shared between answers, so that a long one costs nothing while it is read slowly
 */
public record Reply(int status, List<Field> headers, Octets body, List<Octets> more) {

    public Reply {
        headers = List.copyOf(headers);
        more = List.copyOf(more);
    }

    public Reply(int status, List<Field> headers, Octets body) {
        this(status, headers, body, List.of());
    }

    /** One header field. */
    public record Field(String name, String value) {}
}
