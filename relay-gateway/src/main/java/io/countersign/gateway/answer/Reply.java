package io.countersign.gateway.answer;

import io.countersign.wire.message.Octets;
import java.util.List;

/** An HTTP answer, ready to be written. */
public record Reply(int status, List<Field> headers, Octets body) {

    public Reply {
        headers = List.copyOf(headers);
    }

    /** One header field. */
    public record Field(String name, String value) {}
}
