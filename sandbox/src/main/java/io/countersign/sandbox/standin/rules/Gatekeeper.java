package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.http.WireRequest;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.World;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules that hold for every signed endpoint, in the order in which Binance applies them. */
final class Gatekeeper {

    static final String KEY_HEADER = "X-MBX-APIKEY";
    private static final Pattern KEY_FORMAT = Pattern.compile("[A-Za-z0-9]{64}");

    private final World world;

    Gatekeeper(World world) {
        this.world = world;
    }

    Optional<BinanceError> refusal(Endpoint endpoint, WireRequest request, Parameters parameters) {
        if (endpoint.security() == Security.NONE) {
            return unsigned(endpoint, parameters);
        }
        String apiKey = request.header(KEY_HEADER);
        Optional<Account> account = world.accounts().byKey(apiKey);
        if (account.isEmpty()) {
            boolean wellFormed = KEY_FORMAT.matcher(apiKey).matches();
            return Optional.of(wellFormed ? BinanceError.REJECTED_KEY : BinanceError.BAD_KEY_FORMAT);
        }
        if (!mayCome(account.get(), request.remoteAddress())
                || !account.get().permissions().allow(endpoint.security().permission())) {
            return Optional.of(BinanceError.REJECTED_KEY);
        }
        return illFormed(endpoint, parameters)
                .or(() -> Timing.of(parameters).refusedAt(world.clock().microsAt(request.arrivedMicros())))
                .or(() -> badSignature(account.get(), parameters))
                .or(() -> Timing.of(parameters).expiredAt(world.clock().micros()))
                .or(() -> undecodable(parameters));
    }

    private static Optional<BinanceError> unsigned(Endpoint endpoint, Parameters parameters) {
        return duplicate(parameters).or(() -> missing(endpoint, parameters)).or(() -> undecodable(parameters));
    }

    /** An empty list is no restriction. */
    private static boolean mayCome(Account account, String remoteAddress) {
        return account.identity().ipList().isEmpty()
                || account.identity().ipList().contains(remoteAddress);
    }

    private static Optional<BinanceError> illFormed(Endpoint endpoint, Parameters parameters) {
        return duplicate(parameters)
                .or(() -> absent(parameters, "timestamp"))
                .or(() -> parameters.signature().isEmpty()
                        ? Optional.of(BinanceError.missing("signature"))
                        : Optional.empty())
                .or(() -> missing(endpoint, parameters))
                .or(() -> Timing.malformed(parameters));
    }

    private static Optional<BinanceError> duplicate(Parameters parameters) {
        return parameters.duplicated() ? Optional.of(BinanceError.DUPLICATE) : Optional.empty();
    }

    private static Optional<BinanceError> missing(Endpoint endpoint, Parameters parameters) {
        return endpoint.mandatory().stream()
                .flatMap(name -> absent(parameters, name).stream())
                .findFirst();
    }

    private static Optional<BinanceError> absent(Parameters parameters, String name) {
        return parameters.has(name) ? Optional.empty() : Optional.of(BinanceError.missing(name));
    }

    private static Optional<BinanceError> badSignature(Account account, Parameters parameters) {
        String signature = parameters.signature().orElse("");
        return account.identity().key().verifies(parameters.signedOctets(), signature)
                ? Optional.empty()
                : Optional.of(BinanceError.BAD_SIGNATURE);
    }

    private static Optional<BinanceError> undecodable(Parameters parameters) {
        return parameters.illFormed() ? Optional.of(BinanceError.ILLEGAL_CHARACTERS) : Optional.empty();
    }
}
