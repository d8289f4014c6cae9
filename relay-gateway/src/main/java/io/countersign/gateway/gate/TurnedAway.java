package io.countersign.gateway.gate;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.reading.Misreading;
import io.countersign.reading.Reading.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A well-formed request in place of one that was turned away. So the refusal is answered where every answer is written, after
 * those to the requests before it on the same connection. Whoever sends one themselves is refused just so.
 */
public final class TurnedAway {

    private static final String PATH = "/.turned-away/";
    private static final String DETAIL = "X-Detail";
    /** Not a refusal: nothing more will come, and all that came is answered. */
    private static final String END = "end";

    private TurnedAway() {}

    static byte[] because(Refused refused) {
        return request(refused.reason().slug(), refused.message());
    }

    static byte[] forWantOfRoom() {
        return request(
                ProblemType.TOO_MANY_REQUESTS.slug(), "too much is under way here; nothing was done, send it again");
    }

    static byte[] end() {
        return request(END, "");
    }

    /** The answer to {@code request} if it is one that was turned away. */
    public static Optional<Reply> reply(HttpServerRequest request) {
        if (!is(request)) {
            return Optional.empty();
        }
        String detail = Optional.ofNullable(request.getHeader(DETAIL)).orElse("the request is malformed");
        String slug = request.uri().substring(PATH.length());
        if (slug.equals(ProblemType.TOO_MANY_REQUESTS.slug())) {
            return Optional.of(Problem.of(ProblemType.TOO_MANY_REQUESTS, detail)
                    .with("Retry-After", "1")
                    .toReply());
        }
        Misreading reason = Misreading.of(slug).orElse(Misreading.MALFORMED_REQUEST);
        return Optional.of(Problem.of(reason.because(detail)).toReply());
    }

    /** Whether {@code request} only marks the end of a connection. */
    public static boolean isEnd(HttpServerRequest request) {
        return is(request) && request.uri().equals(PATH + END);
    }

    private static boolean is(HttpServerRequest request) {
        return request.uri().startsWith(PATH);
    }

    private static byte[] request(String slug, String detail) {
        return "GET %s%s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nConnection: close\r\n\r\n"
                .formatted(PATH, slug, DETAIL, detail)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
