package io.countersign.sandbox.demo.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback port that passes every octet on to the gateway and back, and keeps a copy. */
public final class Tap implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket listener;
    private final InetSocketAddress gateway;
    private final List<TappedExchange> exchanges = new CopyOnWriteArrayList<>();

    private Tap(ServerSocket listener, InetSocketAddress gateway) {
        this.listener = listener;
        this.gateway = gateway;
    }

    public static Tap before(InetSocketAddress gateway) {
        try {
            Tap tap = new Tap(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), gateway);
            Thread.ofVirtual().name("tap").start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the tap", e);
        }
    }

    /** What a client takes for the gateway's address. */
    public String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Every exchange so far, in the order in which they ended. */
    public List<TappedExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().name("tap-connection").start(() -> pass(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A side that breaks off ends both, so that the client sees what it would have seen. */
    private void pass(Socket client) {
        try (client;
                Socket upstream = new Socket(gateway.getAddress(), gateway.getPort());
                InputStream fromClient = new BufferedInputStream(client.getInputStream());
                InputStream fromGateway = new BufferedInputStream(upstream.getInputStream())) {
            while (passOne(fromClient, upstream.getOutputStream(), fromGateway, client.getOutputStream())) {
                // One request after the other: these clients do not pipeline.
            }
        } catch (IOException brokenOff) {
            // Both sockets are closed by now; the client tells what it made of that.
        }
    }

    private boolean passOne(
            InputStream fromClient, OutputStream toGateway, InputStream fromGateway, OutputStream toClient)
            throws IOException {
        Optional<HttpMessage> request = HttpReader.read(fromClient);
        if (request.isEmpty()) {
            return false;
        }
        toGateway.write(request.get().raw().toBytes());
        toGateway.flush();
        Optional<HttpMessage> answer = HttpReader.read(fromGateway);
        if (answer.isEmpty()) {
            return false;
        }
        // Kept before it is passed on, so that whoever has the answer finds the exchange.
        exchanges.add(new TappedExchange(request.get(), answer.get()));
        toClient.write(answer.get().raw().toBytes());
        toClient.flush();
        return !answer.get().header("Connection").orElse("").equalsIgnoreCase("close");
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
