package io.countersign.sandbox.standin.http;

import io.countersign.sandbox.standin.http.RequestFramer.Frame;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.ScheduledFuture;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Pairs what the codec read with the octets it read them from, and answers pipelined requests in their order. */
final class ExchangeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final System.Logger LOG = System.getLogger(ExchangeHandler.class.getName());
    private static final int MAX_PIPELINED = 100;

    /** A request that waits for the answers before it. */
    private record Waiting(WireRequest request, boolean keepAlive) {}

    private final Deque<Frame> frames;
    private final Exchange exchange;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;

    ExchangeHandler(Deque<Frame> frames, Exchange exchange) {
        this.frames = frames;
        this.exchange = exchange;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Frame frame = frames.poll();
        if (frame == null || request.decoderResult().isFailure()) {
            new ChannelReply(context.channel(), false)
                    .answer(new HttpAnswer(400, Map.of(), Octets.utf8("malformed request")));
            return;
        }
        waiting.add(new Waiting(wireRequest(context.channel(), frame, request), HttpUtil.isKeepAlive(request)));
        if (waiting.size() > MAX_PIPELINED) {
            ChannelFuture unused = context.close();
            return;
        }
        next(context.channel());
    }

    private static WireRequest wireRequest(Channel channel, Frame frame, FullHttpRequest request) {
        InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
        return new WireRequest(
                frame.arrivedMicros(),
                frame.octets(),
                request.method().name(),
                target(frame.octets()),
                headers(frame.octets()),
                Octets.of(ByteBufUtil.getBytes(request.content())),
                remote.getAddress().getHostAddress());
    }

    /** From the octets, as the codec's own text has lost those above 127. */
    private static String target(Octets octets) {
        String requestLine = octets.latin1()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        int first = requestLine.indexOf(' ');
        int last = requestLine.lastIndexOf(' ');
        return first < last ? requestLine.substring(first + 1, last).strip() : "/";
    }

    /** From the octets too, as the aggregator adds and removes headers. */
    private static List<Header> headers(Octets octets) {
        return octets.latin1()
                .lines()
                .dropWhile(String::isBlank)
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> new Header(
                        line.substring(0, line.indexOf(':')).strip(),
                        line.substring(line.indexOf(':') + 1).strip()))
                .toList();
    }

    private void next(Channel channel) {
        if (busy) {
            return;
        }
        Waiting head = waiting.poll();
        if (head == null) {
            return;
        }
        busy = true;
        Reply reply = new ChannelReply(channel, head.keepAlive());
        try {
            exchange.handle(head.request(), reply);
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.ERROR,
                    "a request could not be handled: path=" + head.request().path(),
                    broken);
            reply.answer(new HttpAnswer(500, Map.of(), Octets.utf8("stand-in failed, see its log")));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(Level.DEBUG, "connection lost", cause);
        ChannelFuture unused = context.close();
    }

    /** One request's way back to its connection. */
    private final class ChannelReply implements Reply {

        private final Channel channel;
        private final boolean keepAlive;

        ChannelReply(Channel channel, boolean keepAlive) {
            this.channel = channel;
            this.keepAlive = keepAlive;
        }

        @Override
        public void answer(HttpAnswer answer) {
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(answer.status()),
                    Unpooled.wrappedBuffer(answer.body().toArray()));
            answer.headers().forEach((name, value) -> response.headers().set(name, value));
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().size());
            HttpUtil.setKeepAlive(response, keepAlive);
            ChannelFuture written = channel.writeAndFlush(response);
            busy = false;
            if (keepAlive) {
                next(channel);
                return;
            }
            ChannelFuture unused = written.addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void reset() {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            ChannelFuture unused = channel.close();
        }

        @Override
        public void later(Duration delay, Runnable task) {
            ScheduledFuture<?> unused = channel.eventLoop().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
