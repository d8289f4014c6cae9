package io.countersign.sandbox.standin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the stand-in listens. Arguments win over system properties of the same name under {@code standin.}. */
record StandInOptions(String host, int port, int controlPort) {

    static final String USAGE = "usage: StandInMain [--host 127.0.0.1] [--port 8090] [--control-port 8091]";

    private static final Set<String> NAMES = Set.of("--host", "--port", "--control-port");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int MAX_PORT = 65_535;

    /** Empty when the arguments cannot be understood. */
    static Optional<StandInOptions> read(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at += 2) {
            if (!NAMES.contains(arguments.get(at)) || at + 1 == arguments.size()) {
                return Optional.empty();
            }
        }
        int port = port(value(arguments, "port", "8090"));
        int controlPort = port(value(arguments, "control-port", "8091"));
        return port < 0 || controlPort < 0
                ? Optional.empty()
                : Optional.of(new StandInOptions(value(arguments, "host", "127.0.0.1"), port, controlPort));
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf("--" + name);
        return at < 0 ? System.getProperty("standin." + name, otherwise) : arguments.get(at + 1);
    }

    private static int port(String text) {
        boolean valid = PORT.matcher(text).matches() && Integer.parseInt(text) <= MAX_PORT;
        return valid ? Integer.parseInt(text) : -1;
    }
}
