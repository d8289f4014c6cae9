package io.countersign.gateway.gate;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;

/**
 * Lets one request on at a time: the next one when the one before begins to be answered and its caller takes answers off the socket.
 * Whoever asks and does not read would otherwise fill the memory that everybody's answers are written from. For one event loop.
 */
final class Pace {

    /** Octets of requests that wait for their turn; then no more are read. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final ByteBuf ANSWER = Unpooled.unreleasableBuffer(
            Unpooled.copiedBuffer("HTTP/1.", StandardCharsets.US_ASCII).asReadOnly());

    private boolean unanswered;
    private boolean full;

    /** Whether the next request may go on. */
    boolean letsOn(Channel channel) {
        return !unanswered && channel.isWritable();
    }

    /** A request went on. */
    void wentOn() {
        unanswered = true;
    }

    /** {@code message} is on its way out. */
    void goesOut(Object message) {
        if (message instanceof ByteBuf octets
                && octets.readableBytes() >= ANSWER.readableBytes()
                && ByteBufUtil.equals(octets, octets.readerIndex(), ANSWER, 0, ANSWER.readableBytes())) {
            unanswered = false;
        }
    }

    /** Stops reading while too much waits, and goes on when it does not. */
    void readOn(Channel channel, int waiting) {
        boolean tooMuch = waiting > MOST_WAITING && !letsOn(channel);
        if (tooMuch || full) {
            channel.config().setAutoRead(!tooMuch);
        }
        full = tooMuch;
    }
}
