package io.countersign.relay.clearance;

import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.seal.WireRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares method and path, and lets nothing through that would not leave as one well-formed request. */
public final class FormRereading implements Rereading {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    @Override
    public Result compare(RequestFacts facts, WireRequest wire) {
        int mark = wire.target().indexOf('?');
        String path = mark < 0 ? wire.target() : wire.target().substring(0, mark);
        if (!facts.endpoint().method().equals(wire.method())
                || !facts.endpoint().path().equals(path)) {
            return new Result.Different("the sealed request is for another endpoint than the approved one");
        }
        if (!isWellFormed(wire)) {
            return new Result.Different("the sealed request cannot go over the wire as it is");
        }
        return new Result.Same(facts.deadline());
    }

    private static boolean isWellFormed(WireRequest wire) {
        return METHODS.contains(wire.method())
                && wire.target().startsWith("/")
                && wire.target().chars().allMatch(c -> c > ' ' && c < 0x7f)
                && isPrintable(wire.apiKey())
                && isPrintable(wire.contentType());
    }

    private static boolean isPrintable(@Nullable String text) {
        return text == null || text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
