package io.countersign.sandbox.standin.http;

import io.countersign.sandbox.standin.http.FrameLength.Complete;
import io.countersign.sandbox.standin.http.FrameLength.Incomplete;
import io.countersign.sandbox.standin.http.FrameLength.Malformed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** Cuts the stream into requests and keeps the octets of each before the HTTP codec reads, and so normalises, them. */
final class RequestFramer extends ByteToMessageDecoder {

    /** One request's octets and when the first of them came. */
    record Frame(long arrivedMicros, Octets octets) {}

    private final Deque<Frame> frames;
    private final LongSupplier machineMicros;
    private long startedMicros;
    private boolean broken;

    RequestFramer(Deque<Frame> frames, LongSupplier machineMicros) {
        this.frames = frames;
        this.machineMicros = machineMicros;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (startedMicros == 0) {
            startedMicros = machineMicros.getAsLong();
        }
        switch (FrameMeasure.of(in)) {
            case Incomplete waiting -> {}
            case Malformed malformed -> refuse(context, malformed);
            case Complete complete -> {
                byte[] octets = new byte[complete.size()];
                in.getBytes(in.readerIndex(), octets);
                frames.add(new Frame(startedMicros, Octets.of(octets)));
                startedMicros = 0;
                out.add(in.readRetainedSlice(complete.size()));
            }
        }
    }

    private void refuse(ChannelHandlerContext context, Malformed malformed) {
        broken = true;
        String answer =
                "HTTP/1.1 %d Refused\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(malformed.status(), malformed.reason().length(), malformed.reason());
        ChannelFuture unused = context.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.ISO_8859_1))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
