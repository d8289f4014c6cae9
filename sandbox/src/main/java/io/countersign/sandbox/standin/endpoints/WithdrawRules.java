package io.countersign.sandbox.standin.endpoints;

import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.signing.Parameters;
import io.countersign.sandbox.standin.world.Coin;
import io.countersign.sandbox.standin.world.Coins;
import io.countersign.sandbox.standin.world.Network;
import io.countersign.sandbox.standin.world.Withdrawal.Order;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What a withdrawal must look like before balances matter. */
final class WithdrawRules {

    /** An order, or why there is none. */
    sealed interface Reading {}

    record Good(Order order) implements Reading {}

    record Bad(BinanceError error) implements Reading {}

    private static final Set<String> WALLETS = Set.of("0", "1");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private WithdrawRules() {}

    static Reading read(Parameters parameters) {
        Optional<Coin> coin = Coins.find(parameters.text("coin"));
        if (coin.isEmpty()) {
            return new Bad(BinanceError.bad(-4018, "This asset does not exist."));
        }
        Optional<Network> network = parameters
                .find("network")
                .map(name -> coin.get().network(name))
                .orElse(Optional.of(coin.get().defaultNetwork()));
        if (network.isEmpty()) {
            return new Bad(BinanceError.invalid("network"));
        }
        Optional<BinanceError> refusal = destination(parameters, network.get())
                .or(() -> amount(parameters, network.get()))
                .or(() -> options(parameters));
        if (refusal.isPresent()) {
            return new Bad(refusal.get());
        }
        return new Good(new Order(
                coin.get(),
                network.get(),
                parameters.text("address"),
                parameters.find("addressTag").orElse(null),
                new BigDecimal(parameters.text("amount")),
                parameters.find("withdrawOrderId").orElse(null),
                Integer.parseInt(parameters.find("walletType").orElse("0"))));
    }

    private static Optional<BinanceError> destination(Parameters parameters, Network network) {
        if (!network.address().matcher(parameters.text("address")).matches()) {
            return Optional.of(BinanceError.bad(-4033, "Illegal address."));
        }
        Optional<String> tag = parameters.find("addressTag");
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        if (!network.tagged()) {
            return Optional.of(BinanceError.bad(-4106, "The network does not support an address tag."));
        }
        return network.memo().matcher(tag.get()).matches()
                ? Optional.empty()
                : Optional.of(BinanceError.bad(-4008, "Address tag verification has not passed."));
    }

    private static Optional<BinanceError> amount(Parameters parameters, Network network) {
        Optional<BigDecimal> amount = Amounts.read(parameters.text("amount"));
        if (amount.isEmpty()) {
            return Optional.of(BinanceError.illegal("amount", Amounts.RANGE));
        }
        if (amount.get().remainder(network.step()).signum() != 0) {
            return Optional.of(BinanceError.bad(
                    -4021,
                    "Asset withdrawal must be an %s multiple of minimum.".formatted(Amounts.write(network.step()))));
        }
        if (amount.get().compareTo(network.min()) < 0) {
            return Optional.of(BinanceError.bad(
                    -4022, "Not less than the minimum pick-up quantity %s.".formatted(Amounts.write(network.min()))));
        }
        return amount.get().compareTo(Network.MAX) > 0
                ? Optional.of(BinanceError.bad(-4023, "Within 24 hours, the withdrawal exceeds the maximum."))
                : Optional.empty();
    }

    private static Optional<BinanceError> options(Parameters parameters) {
        if (!WALLETS.contains(parameters.find("walletType").orElse("0"))) {
            return Optional.of(BinanceError.invalid("walletType"));
        }
        return BOOLEANS.contains(parameters.find("transactionFeeFlag").orElse("false"))
                ? Optional.empty()
                : Optional.of(BinanceError.invalid("transactionFeeFlag"));
    }
}
