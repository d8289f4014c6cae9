package io.countersign.sandbox.demo.world;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Names that no run before has used, so that nothing of an earlier run counts against this one. */
final class Names {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RUN_OCTETS = 4;
    private static final int ADDRESS_OCTETS = 20;

    private final RandomGenerator random = new SecureRandom();
    private final String run = hex(RUN_OCTETS);
    private int orders;

    String account(String purpose) {
        return "demo-%s-%s".formatted(run, purpose.toLowerCase(Locale.ROOT));
    }

    synchronized String order() {
        orders++;
        return "demo-%s-%03d".formatted(run, orders);
    }

    String apiKey(int characters) {
        return random.ints(characters, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    /** An address of the Ethereum kind. */
    String address() {
        return "0x" + hex(ADDRESS_OCTETS);
    }

    private String hex(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
