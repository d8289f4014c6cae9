package io.countersign.bench.workload;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.Destination;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.keys.ApiKeyFingerprints;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** As many accounts as wanted from one seed, none of which is kept: each is made again whenever it is asked for. */
public record Crowd(long seed, int size, ApiKeyFingerprints fingerprints) {

    private static final String NETWORK = "BSC";
    private static final int ADDRESS_OCTETS = 20;

    public Crowd {
        if (size < 1) {
            throw new IllegalArgumentException("a crowd has an account or more");
        }
    }

    /** The account with the number {@code index}, from 0 on. */
    public Member member(int index) {
        String apiKey = HexFormat.of().formatHex(hash("key", index));
        return new Member(
                new AccountId("bench-%d-%d".formatted(seed, index)),
                apiKey,
                fingerprints.of(apiKey),
                destination("home", index),
                destination("second", index));
    }

    /** A destination of nobody's address book. */
    Destination stranger(long number) {
        return destination("stranger", number);
    }

    private Destination destination(String what, long number) {
        return new Destination(NETWORK, "0x" + HexFormat.of().formatHex(hash(what, number), 0, ADDRESS_OCTETS), null);
    }

    private byte[] hash(String what, long number) {
        return Sha256.of("%s/%d/%d".formatted(what, seed, number).getBytes(StandardCharsets.US_ASCII));
    }
}
