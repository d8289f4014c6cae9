package io.countersign.relay.egress;

import io.countersign.wire.message.Octets;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request on an open connection and the answer to it. Lives on the connection's event loop. */
final class Exchange {

    private static final String BROKEN = "the connection broke before the answer was whole";

    private final Vertx vertx;
    private final EgressLimits limits;
    private final HttpClientRequest request;
    private final Instant sentAt;
    private final CompletableFuture<Attempt> attempt;
    private final Buffer received = Buffer.buffer();
    private @Nullable HttpClientResponse response;

    Exchange(
            Vertx vertx,
            EgressLimits limits,
            HttpClientRequest request,
            Instant sentAt,
            CompletableFuture<Attempt> attempt) {
        this.vertx = vertx;
        this.limits = limits;
        this.request = request;
        this.sentAt = sentAt;
        this.attempt = attempt;
    }

    /** From here on the octets may have left, whatever happens. */
    void run(Octets body) {
        long timer = vertx.setTimer(limits.response().toMillis(), expired -> abort("no whole answer came in time"));
        CompletableFuture<Attempt> ignored = attempt.whenComplete((done, failure) -> vertx.cancelTimer(timer));
        request.exceptionHandler(failure -> end(BROKEN));
        request.response().onSuccess(this::receive).onFailure(failure -> end(BROKEN));
        if (body.length() == 0) {
            request.end();
        } else {
            request.end(Buffer.buffer(body.toBytes()));
        }
    }

    private void receive(HttpClientResponse answer) {
        response = answer;
        answer.exceptionHandler(failure -> end(BROKEN));
        answer.handler(this::append);
        answer.endHandler(ignored -> attempt.complete(answered(answer, Octets.of(received.getBytes()))));
    }

    private void append(Buffer part) {
        if (received.length() + part.length() > limits.answerOctets()) {
            abort("the answer was too long");
            return;
        }
        received.appendBuffer(part);
    }

    private void abort(String reason) {
        end(reason);
        request.reset();
    }

    private void end(String reason) {
        HttpClientResponse begun = response;
        attempt.complete(begun == null ? new Attempt.Lost(sentAt, reason) : answered(begun, null));
    }

    private Attempt answered(HttpClientResponse answer, @Nullable Octets body) {
        return new Attempt.Answered(sentAt, answer.statusCode(), AnswerHeaders.of(answer.headers()), body);
    }
}
