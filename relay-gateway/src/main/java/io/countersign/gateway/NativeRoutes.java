package io.countersign.gateway;

import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.intake.InFlight;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Stands before JAX-RS, whose queue has no end: what has no room there is refused on the event loop, unread. */
@Singleton
public class NativeRoutes {

    /** After the mirrored API has let it by, before anything that reads a body. */
    private static final int SECOND = -999_000;

    /** What the HTTP server reads of a body at most. */
    private static final long LARGEST_BODY = 64 * 1024;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}");

    private final GatewayRole role;

    public NativeRoutes(GatewayRole role) {
        this.role = role;
    }

    void register(@Observes Router router) {
        if (role.isOn()) {
            router.route("/v1/*").order(SECOND).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        Optional<InFlight> room = role.gateway().map(Gateway::nativeCalls);
        long octets = octets(routing.request());
        if (room.isEmpty()) {
            routing.next();
        } else if (room.get().enter(octets)) {
            routing.addEndHandler(ended -> room.get().leave(octets));
            routing.next();
        } else {
            refuse(routing.response());
        }
    }

    private static long octets(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean none = length == null && !request.headers().contains("Transfer-Encoding");
        long body = length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : LARGEST_BODY;
        return request.uri().length() + (none ? 0 : body);
    }

    private static void refuse(HttpServerResponse response) {
        Reply reply = Problem.of(
                        ProblemType.TOO_MANY_REQUESTS, "too many calls are under way; nothing was done, ask again")
                .with("Retry-After", "1")
                .toReply();
        response.setStatusCode(reply.status());
        reply.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        // The body is not read, so that it cannot be taken for another request.
        response.putHeader("Connection", "close");
        response.end(Buffer.buffer(reply.body().toBytes()));
    }
}
