package io.countersign.sandbox.standin.http;

import java.util.List;

/** A request as it came off the socket. The target is Latin-1, so that each character is one octet. */
public record WireRequest(
        long arrivedMicros,
        Octets raw,
        String method,
        String target,
        List<Header> headers,
        Octets body,
        String remoteAddress) {

    public WireRequest {
        headers = List.copyOf(headers);
    }

    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The value of a header that came exactly once; empty text otherwise. */
    public String header(String name) {
        List<String> values = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
        return values.size() == 1 ? values.getFirst() : "";
    }
}
