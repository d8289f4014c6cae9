package io.countersign.relay.egress;

import io.countersign.wire.seal.WireAnswer;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers of Binance's answer matter to a client. */
final class AnswerHeaders {

    private static final Set<String> NAMES = Set.of("content-type", "retry-after", "date");
    private static final List<String> PREFIXES = List.of("x-mbx-used-weight", "x-sapi-used-");

    private AnswerHeaders() {}

    static List<WireAnswer.Header> of(MultiMap headers) {
        return headers.entries().stream()
                .filter(each -> travels(each.getKey().toLowerCase(Locale.ROOT)))
                .map(each -> new WireAnswer.Header(each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean travels(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
