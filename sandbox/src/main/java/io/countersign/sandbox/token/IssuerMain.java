package io.countersign.sandbox.token;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the token issuer as a process of its own until it is told to end. */
public final class IssuerMain {

    private IssuerMain() {}

    /** Takes the port and the folder of keys. */
    public static void main(String[] arguments) {
        try {
            IssuerServer server = IssuerServer.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "issuer-stop"));
            System.out.println("token issuer ready on " + server.address());
        } catch (IOException taken) {
            System.err.println("token issuer: " + taken.getMessage());
            System.exit(1);
        }
    }
}
