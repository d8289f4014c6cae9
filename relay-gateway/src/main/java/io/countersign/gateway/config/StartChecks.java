package io.countersign.gateway.config;

import io.countersign.reading.SignatureWindow;
import io.countersign.wire.settings.StartException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** What bearer tokens are checked against, before the gateway takes a request; each failure is one line. */
public final class StartChecks {

    private static final String KEYS = "mp.jwt.verify.publickey.location";
    private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String AUDIENCES = "mp.jwt.verify.audiences";
    private static final String SKEW = "mp.jwt.verify.clock.skew";

    /** With a key that everybody may know nobody can sign. */
    private static final Set<String> ASYMMETRIC =
            Set.of("ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA");

    /** With 0, the library would take tokens of any age. */
    private static final int LEAST_SKEW = 1;

    private static final int MOST_SKEW = 60;

    private StartChecks() {}

    /** Fails when a token of somebody else, for somebody else, or of another day could pass. */
    public static void requireTokenSettings(Config config) {
        String keys = required(config, KEYS, "name the issuer's JWK set");
        required(config, ISSUER, "name the issuer that tokens must have");
        required(config, AUDIENCES, "name the audience that tokens must have");
        String algorithms = required(config, ALGORITHM, "name the algorithm that the issuer signs with");
        for (String algorithm : algorithms.split(",", -1)) {
            if (!ASYMMETRIC.contains(algorithm.strip())) {
                throw new StartException("%s: %s is none of ES, RS and PS with 256, 384 or 512, and not EdDSA"
                        .formatted(ALGORITHM, algorithm.strip()));
            }
        }
        int skew = config.getOptionalValue(SKEW, Integer.class).orElse(MOST_SKEW);
        if (skew < LEAST_SKEW || skew > MOST_SKEW) {
            throw new StartException("%s: must be 1 to 60 seconds".formatted(SKEW));
        }
        requireReadable(keys);
    }

    /** Fails when the relay would refuse every deadline. */
    public static void requireMargin(GatewayConfig config) {
        Duration margin = config.waiting().margin();
        if (margin.isNegative() || margin.compareTo(SignatureWindow.LONGEST_MARGIN) > 0) {
            throw new StartException("%s.waiting.margin: must be 0 to %d seconds"
                    .formatted(GatewayConfig.PREFIX, SignatureWindow.LONGEST_MARGIN.toSeconds()));
        }
    }

    private static void requireReadable(String location) {
        if (!location.startsWith("file:") && !location.startsWith("/")) {
            return;
        }
        Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
        if (!Files.isReadable(file)) {
            throw new StartException("%s: cannot read %s".formatted(KEYS, file));
        }
    }

    private static String required(Config config, String name, String remedy) {
        Optional<String> value = config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
        return value.orElseThrow(() -> new StartException("%s: not set; %s".formatted(name, remedy)));
    }
}
