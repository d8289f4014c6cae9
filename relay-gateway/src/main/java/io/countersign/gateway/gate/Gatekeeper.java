package io.countersign.gateway.gate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Puts a gate first into each connection that the HTTP server accepts. Neither Quarkus nor Vert.x lets one ask for that, so it
 * takes the listening sockets from their event loop. Until it has, nothing is answered but health.
 */
@Singleton
public class Gatekeeper {

    private final VertxInternal vertx;
    private final Room room = new Room();
    private volatile boolean posted;

    public Gatekeeper(Vertx vertx) {
        this.vertx = (VertxInternal) vertx;
    }

    /** Whether every connection has a gate. */
    public boolean isPosted() {
        return posted;
    }

    void post(@ObservesAsync HttpServerStart started) {
        onEachChannel(vertx.getAcceptorEventLoopGroup(), channel -> {
            if (channel instanceof ServerSocketChannel) {
                channel.pipeline().addFirst(new Doorman(room));
                onEachChannel(vertx.getEventLoopGroup(), Gatekeeper::closeUngated);
                posted = true;
            }
        });
    }

    /** It was accepted in the moment before. */
    private static void closeUngated(Channel channel) {
        boolean accepted = channel instanceof SocketChannel && channel.parent() != null;
        if (accepted && channel.pipeline().get(Gate.class) == null) {
            ChannelFuture ignored = channel.close();
        }
    }

    private static void onEachChannel(EventLoopGroup loops, Consumer<Channel> visit) {
        loops.forEach(loop -> loop.execute(() -> {
            Iterator<Channel> channels = ((SingleThreadEventLoop) loop).registeredChannelsIterator();
            channels.forEachRemaining(visit);
        }));
    }

    /** Puts a gate into each accepted connection, before anybody else. */
    @Sharable
    private static final class Doorman extends ChannelInboundHandlerAdapter {

        private final Room room;

        Doorman(Room room) {
            this.room = room;
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            Channel connection = (Channel) accepted;
            // Whoever has said all that they wanted to say still gets their answer.
            connection.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            connection.pipeline().addLast(new Gate(room));
            server.fireChannelRead(accepted);
        }
    }
}
