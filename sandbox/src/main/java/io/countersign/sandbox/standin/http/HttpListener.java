package io.countersign.sandbox.standin.http;

import io.countersign.sandbox.standin.http.RequestFramer.Frame;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A bound port and what is done with the requests that come to it. */
public final class HttpListener implements AutoCloseable {

    private final Channel channel;

    private HttpListener(Channel channel) {
        this.channel = channel;
    }

    /** Binds at once, or says which address could not be had. */
    public static HttpListener bind(
            InetSocketAddress address, EventLoopGroup loops, LongSupplier machineMicros, Exchange exchange)
            throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel child) {
                        Deque<Frame> frames = new ArrayDeque<>();
                        child.pipeline()
                                .addLast(new RequestFramer(frames, machineMicros))
                                .addLast(new HttpServerCodec(FrameMeasure.MAX_HEAD, FrameMeasure.MAX_HEAD, 8192))
                                .addLast(new HttpObjectAggregator(FrameMeasure.MAX_BODY))
                                .addLast(new ExchangeHandler(frames, exchange));
                    }
                });
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on %s:%d: is another process using it? Choose another port"
                            .formatted(address.getHostString(), address.getPort()),
                    bound.cause());
        }
        return new HttpListener(bound.channel());
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        ChannelFuture unused = channel.close().awaitUninterruptibly();
    }
}
