package io.countersign.sandbox.kafka;

import io.countersign.sandbox.process.Readiness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Ready when the broker's port is open and the cluster that it describes has a controller. */
public record BrokerReadiness(String host, int port) implements Readiness {
    private static final int CONNECT_MILLIS = 500;

    @Override
    public boolean isReady() throws InterruptedException {
        return isOpen() && hasController();
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean hasController() throws InterruptedException {
        try (Admin admin = BrokerAdmin.connect(host + ":" + port)) {
            return admin.describeCluster().controller().get() != null;
        } catch (ExecutionException notYet) {
            return false;
        }
    }
}
