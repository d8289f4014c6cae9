package io.countersign.sandbox.standin;

import io.countersign.sandbox.standin.control.ControlExchange;
import io.countersign.sandbox.standin.endpoints.Catalogue;
import io.countersign.sandbox.standin.faults.Faults;
import io.countersign.sandbox.standin.http.HttpListener;
import io.countersign.sandbox.standin.journal.RequestJournal;
import io.countersign.sandbox.standin.limits.UsageMeter;
import io.countersign.sandbox.standin.rules.BinanceExchange;
import io.countersign.sandbox.standin.rules.Judge;
import io.countersign.sandbox.standin.world.BinanceClock;
import io.countersign.sandbox.standin.world.World;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The whole stand-in, for its own process or inside a test. */
public final class StandIn implements AutoCloseable {

    private static final int MAX_REQUESTS = 100_000;
    private static final long MAX_OCTETS = 256L * 1024 * 1024;

    private final EventLoopGroup loops = new NioEventLoopGroup();
    private final String host;
    private @Nullable HttpListener binance;
    private @Nullable HttpListener control;

    public StandIn(String host) {
        this.host = host;
    }

    /** Listens on both ports; 0 lets the machine choose. What was half started is stopped again. */
    public void start(int port, int controlPort) throws IOException {
        World world = new World();
        Faults faults = new Faults();
        RequestJournal journal = new RequestJournal(MAX_REQUESTS, MAX_OCTETS);
        UsageMeter meter = new UsageMeter(System::currentTimeMillis);
        Judge judge = new Judge(world, meter, Catalogue.all());
        try {
            binance = HttpListener.bind(
                    new InetSocketAddress(host, port),
                    loops,
                    BinanceClock::machineMicros,
                    new BinanceExchange(world, faults, journal, judge));
            control = HttpListener.bind(
                    new InetSocketAddress(host, controlPort),
                    loops,
                    BinanceClock::machineMicros,
                    new ControlExchange(world, meter, faults, journal));
        } catch (IOException taken) {
            stop();
            throw taken;
        }
    }

    public int port() {
        return started(binance).port();
    }

    public int controlPort() {
        return started(control).port();
    }

    private static HttpListener started(@Nullable HttpListener listener) {
        if (listener == null) {
            throw new IllegalStateException("the stand-in has not been started");
        }
        return listener;
    }

    /** Closes the ports and every connection. */
    public void stop() {
        if (binance != null) {
            binance.close();
        }
        if (control != null) {
            control.close();
        }
        boolean unused = loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stop();
    }
}
