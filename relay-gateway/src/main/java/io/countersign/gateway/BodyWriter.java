package io.countersign.gateway;

import io.countersign.gateway.answer.Reply;
import io.countersign.wire.message.Octets;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;

/** Writes a long body piece by piece, the next one when the last has left: a slow reader holds one piece and not the whole. */
final class BodyWriter {

    private static final int PIECE_OCTETS = 64 * 1024;

    private final HttpServerResponse response;
    private final Iterator<Octets> parts;

    private BodyWriter(HttpServerResponse response, Iterator<Octets> parts) {
        this.response = response;
        this.parts = parts;
    }

    /** Ends {@code response} with the body of {@code reply}; on the response's event loop. */
    static void end(HttpServerResponse response, Reply reply) {
        Buffer first = Buffer.buffer(reply.body().toBytes());
        if (reply.more().isEmpty()) {
            response.end(first);
            return;
        }
        long length =
                first.length() + reply.more().stream().mapToLong(Octets::length).sum();
        response.putHeader("Content-Length", Long.toString(length));
        new BodyWriter(response, reply.more().iterator()).write(first);
    }

    private void write(Buffer piece) {
        while (piece.length() < PIECE_OCTETS && parts.hasNext()) {
            piece.appendBytes(parts.next().toBytes());
        }
        if (parts.hasNext()) {
            response.write(piece).onSuccess(left -> write(Buffer.buffer()));
        } else {
            response.end(piece);
        }
    }
}
