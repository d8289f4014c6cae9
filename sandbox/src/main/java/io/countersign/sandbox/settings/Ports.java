package io.countersign.sandbox.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loopback ports of one sandbox: the usual ones, all shifted by the same offset. */
public record Ports(int offset) {
    public static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int HIGHEST = 9097;
    private static final int OFFSET_STEP = 100;

    /** Every port stays below 32768, where systems begin to take the ports of outgoing connections from. */
    private static final int FIRST_FREE_OFFSET = 11_000;

    private static final int LAST_OFFSET = 23_000;

    public Ports {
        if (offset < 0 || HIGHEST + offset > 65_535) {
            throw new SandboxException("the port offset must be between 0 and " + (65_535 - HIGHEST));
        }
    }

    /** Ports that nobody holds at this moment, for a sandbox beside others. */
    public static Ports free() {
        int steps = (LAST_OFFSET - FIRST_FREE_OFFSET) / OFFSET_STEP;
        int first = (int) (ProcessHandle.current().pid() % steps);
        for (int step = 0; step < steps; step++) {
            Ports ports = new Ports(FIRST_FREE_OFFSET + (first + step) % steps * OFFSET_STEP);
            if (ports.named().values().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new SandboxException("no free range of ports on " + HOST);
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int registry() {
        return 8081 + offset;
    }

    public int engine() {
        return 8082 + offset;
    }

    /** The registry's management interface, which cannot be switched off. */
    public int registryManagement() {
        return 8083 + offset;
    }

    /** The second engine. */
    public int engine2() {
        return 8084 + offset;
    }

    /** The token issuer. */
    public int issuer() {
        return 8085 + offset;
    }

    /** The first relay, where relays have processes of their own. */
    public int relay() {
        return 8086 + offset;
    }

    public int relay2() {
        return 8087 + offset;
    }

    public int standIn() {
        return 8090 + offset;
    }

    public int standInControl() {
        return 8091 + offset;
    }

    /** The first broker. */
    public int broker() {
        return broker(1);
    }

    /** A broker by its number, from 1 on. */
    public int broker(int number) {
        return 9090 + 2 * number + offset;
    }

    /** Where the controller in the same process as a broker listens. */
    public int controller(int number) {
        return broker(number) + 1;
    }

    /** Every port by the name it has in messages and in sandbox.json. */
    public Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            named.putAll(of(role));
        }
        return named;
    }

    /** The ports that one role listens on, by name. */
    public Map<String, Integer> of(Role role) {
        return switch (role) {
            case BROKER -> Map.of("kafka", broker(1), "kafka-controller", controller(1));
            case BROKER_2 -> Map.of("kafka-2", broker(2), "kafka-controller-2", controller(2));
            case BROKER_3 -> Map.of("kafka-3", broker(3), "kafka-controller-3", controller(3));
            case REGISTRY -> Map.of("registry", registry(), "registry-management", registryManagement());
            case STAND_IN -> Map.of("stand-in", standIn(), "stand-in-control", standInControl());
            case ISSUER -> Map.of("token-issuer", issuer());
            case ENGINE -> Map.of("risk-engine", engine());
            case ENGINE_2 -> Map.of("risk-engine-2", engine2());
            case RELAY -> Map.of("relay", relay());
            case RELAY_2 -> Map.of("relay-2", relay2());
            case GATEWAY -> Map.of("relay-gateway", gateway());
        };
    }

    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
