package io.countersign.bench.endtoend;

import io.countersign.bench.http.PreparedRequest;
import java.nio.charset.StandardCharsets;

/** What a request is known by wherever its octets are: its signature, of which there are no two. */
record Mark(String signature) {

    private static final String NAME = "signature=";

    static Mark of(PreparedRequest request) {
        return of(request.target(), request.body().toString(StandardCharsets.US_ASCII));
    }

    /** Of the octets as they arrive; empty text when nobody signed them. */
    static Mark of(String target, String body) {
        String found = after(body);
        return new Mark(found.isEmpty() ? after(target) : found);
    }

    boolean isThere() {
        return !signature.isEmpty();
    }

    private static String after(String part) {
        int at = part.indexOf(NAME);
        if (at < 0) {
            return "";
        }
        int from = at + NAME.length();
        int end = part.indexOf('&', from);
        return end < 0 ? part.substring(from) : part.substring(from, end);
    }
}
