package io.countersign.gateway.gate;

import io.countersign.reading.HeadReader;
import io.countersign.reading.HeadReader.Head;
import io.countersign.reading.Reading.Refused;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds the octets of one connection until a request is there whole, and lets only well-formed ones past. The first one that is
 * not is turned away, and nothing after it is read: where it would begin is what nobody can tell. For one event loop.
 */
final class Gate extends ChannelDuplexHandler {

    /** A signature lives 60 s at most, and its outcome may come a little later. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(75);
    /** For a refused client to stop sending, so that the answer is not lost in a reset. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final ByteBuf END_OF_HEAD = Unpooled.unreleasableBuffer(
            Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII).asReadOnly());

    private final Room room;
    private final Pace pace = new Pace();
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    /** Octets of the request at the head of {@link #held}; 0 while its head is not there whole. */
    private int whole;

    private boolean turnedAway;
    /** No more octets will come. */
    private boolean ended;

    private @Nullable Future<?> deadline;

    Gate(Room room) {
        this.room = room;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        held = connection.alloc().buffer();
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        ByteBuf octets = (ByteBuf) message;
        try {
            if (!turnedAway) {
                take(connection, octets);
            }
        } finally {
            octets.release();
        }
    }

    private void take(ChannelHandlerContext connection, ByteBuf octets) {
        if (!room.take(octets.readableBytes())) {
            turnAway(connection, TurnedAway.forWantOfRoom());
            return;
        }
        held.writeBytes(octets);
        passOn(connection);
    }

    /** Pipelined requests, in their order. */
    private boolean passOn(ChannelHandlerContext connection) {
        boolean passed = false;
        while (!turnedAway && pace.letsOn(connection.channel()) && passOne(connection)) {
            passed = true;
        }
        if (turnedAway) {
            return passed;
        }
        held.discardSomeReadBytes();
        pace.readOn(connection.channel(), held.readableBytes());
        if (ended && pace.letsOn(connection.channel())) {
            turnAway(connection, held.isReadable() ? TurnedAway.because(Unfinished.incomplete()) : TurnedAway.end());
        } else {
            watch(connection);
        }
        return passed;
    }

    /** What waited, now that somebody was answered or has read. */
    private void goOn(ChannelHandlerContext connection) {
        if (!connection.isRemoved() && !turnedAway && passOn(connection)) {
            connection.fireChannelReadComplete();
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        pace.goesOut(message);
        ChannelFuture ignored = connection.write(message, promise);
        if (held.isReadable() || ended) {
            connection.executor().execute(() -> goOn(connection));
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext connection) {
        goOn(connection);
        connection.fireChannelWritabilityChanged();
    }

    /** Whether a request was whole and went on. */
    private boolean passOne(ChannelHandlerContext connection) {
        if (whole == 0) {
            readHead(connection);
        }
        if (whole == 0 || held.readableBytes() < whole) {
            return false;
        }
        ByteBuf request = connection.alloc().buffer(whole).writeBytes(held, whole);
        room.give(whole);
        whole = 0;
        stopWatching();
        pace.wentOn();
        connection.fireChannelRead(request);
        return true;
    }

    private void readHead(ChannelHandlerContext connection) {
        int length = ByteBufUtil.indexOf(END_OF_HEAD, held);
        if (length < 0) {
            checkUnfinished(connection);
            return;
        }
        length = length - held.readerIndex() + END_OF_HEAD.readableBytes();
        if (length > HeadReader.LONGEST_HEAD) {
            checkUnfinished(connection);
            return;
        }
        switch (HeadReader.read(ByteBufUtil.getBytes(held, held.readerIndex(), length))) {
            case Head.Malformed malformed -> turnAway(connection, malformed.refused());
            case Head.Whole head -> whole = length + head.bodyOctets();
        }
    }

    private void checkUnfinished(ChannelHandlerContext connection) {
        Refused refused = Unfinished.refused(held);
        if (refused != null) {
            turnAway(connection, refused);
        }
    }

    private void watch(ChannelHandlerContext connection) {
        if (held.isReadable() && deadline == null && pace.letsOn(connection.channel())) {
            deadline = connection
                    .executor()
                    .schedule(() -> expire(connection), Unfinished.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void expire(ChannelHandlerContext connection) {
        deadline = null;
        if (connection.channel().config().isAutoRead()) {
            turnAway(connection, Unfinished.incomplete());
        } else {
            // It is we who do not read on, while earlier requests are answered.
            watch(connection);
        }
    }

    private void turnAway(ChannelHandlerContext connection, Refused refused) {
        turnAway(connection, TurnedAway.because(refused));
    }

    private void turnAway(ChannelHandlerContext connection, byte[] instead) {
        turnedAway = true;
        forget();
        connection.fireChannelRead(Unpooled.wrappedBuffer(instead));
        connection.fireChannelReadComplete();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) {
        if (event != ChannelInputShutdownEvent.INSTANCE) {
            connection.fireUserEventTriggered(event);
            return;
        }
        if (turnedAway) {
            return;
        }
        ended = true;
        goOn(connection);
        Future<?> ignored = connection
                .executor()
                .schedule(
                        () -> end(connection, connection.newPromise()),
                        LONGEST_ANSWER.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Says first that nothing more will be written, and lets what is still on its way come in. */
    @Override
    public void close(ChannelHandlerContext connection, ChannelPromise promise) {
        SocketChannel channel = (SocketChannel) connection.channel();
        if (!turnedAway || channel.isInputShutdown() || !channel.isActive()) {
            end(connection, promise);
            return;
        }
        channel.config().setAutoRead(true);
        stopWriting(channel);
        Future<?> ignored = connection
                .executor()
                .schedule(() -> end(connection, promise), LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void stopWriting(SocketChannel channel) {
        ChannelFuture ignored = channel.shutdownOutput();
    }

    private static void end(ChannelHandlerContext connection, ChannelPromise promise) {
        ChannelFuture ignored = connection.close(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext connection) {
        forget();
        held.release();
    }

    private void forget() {
        stopWatching();
        room.give(held.readableBytes());
        held.clear();
        whole = 0;
    }

    private void stopWatching() {
        Future<?> running = deadline;
        if (running != null) {
            running.cancel(false);
            deadline = null;
        }
    }
}
