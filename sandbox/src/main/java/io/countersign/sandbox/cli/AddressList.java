package io.countersign.sandbox.cli;

import io.countersign.sandbox.Addresses;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.settings.Role;
import java.io.PrintWriter;

/** Where everything is, for a person. */
final class AddressList {
    private AddressList() {}

    static void print(Sandbox sandbox, PrintWriter out) {
        Addresses addresses = sandbox.addresses();
        out.println();
        line(out, "gateway", addresses.gateway());
        line(out, "risk engine", addresses.engine());
        if (sandbox.processes().containsKey(Role.ENGINE_2)) {
            line(out, "  the second one", addresses.engine2());
        }
        if (sandbox.processes().containsKey(Role.RELAY)) {
            line(out, "relay", addresses.relay());
        }
        if (sandbox.processes().containsKey(Role.RELAY_2)) {
            line(out, "  the second one", addresses.relay2());
        }
        line(out, "Binance stand-in", addresses.standIn());
        line(out, "  its control API", addresses.standInControl());
        line(out, "Kafka", addresses.kafka());
        line(out, "registry", addresses.registry());
        line(out, "  Confluent API", addresses.registryConfluent());
        line(out, "logs", sandbox.files().logs().toString());
        line(out, "all of this as JSON", sandbox.files().description().toString());
        out.println();
        out.flush();
    }

    private static void line(PrintWriter out, String name, String where) {
        out.println(String.format("  %-20s %s", name, where));
    }
}
