package io.countersign.sandbox.standin;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs the stand-in as a process of its own until it is told to end. */
public final class StandInMain {

    private StandInMain() {}

    public static void main(String[] arguments) {
        // Netty looks for a logging backend and for Unsafe, and complains on stderr about both.
        System.setProperty("io.netty.noUnsafe", "true");
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        Optional<StandInOptions> options = StandInOptions.read(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println(StandInOptions.USAGE);
            System.exit(2);
            return;
        }
        run(options.get());
    }

    private static void run(StandInOptions options) {
        StandIn standIn = new StandIn(options.host());
        try {
            standIn.start(options.port(), options.controlPort());
        } catch (IOException taken) {
            System.err.println("stand-in: " + taken.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(standIn::stop, "stand-in-stop"));
        System.out.printf(
                "stand-in ready on http://%s:%d, control on http://%s:%d%n",
                options.host(), standIn.port(), options.host(), standIn.controlPort());
    }
}
