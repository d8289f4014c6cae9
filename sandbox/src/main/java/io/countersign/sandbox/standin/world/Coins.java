package io.countersign.sandbox.standin.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The coins of the stand-in. Fees and limits are of the size of Binance's, not copies of today's. */
public final class Coins {

    private static final String BITCOIN = "^(bc1[0-9a-z]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34})$";
    private static final String EVM = "^0x[0-9A-Fa-f]{40}$";
    private static final String TRON = "^T[1-9A-HJ-NP-Za-km-z]{33}$";
    private static final String RIPPLE = "^r[1-9A-HJ-NP-Za-km-z]{24,34}$";
    private static final String SOLANA = "^[1-9A-HJ-NP-Za-km-z]{32,44}$";

    private static final List<Coin> ALL = List.of(
            new Coin(
                    "BTC",
                    "Bitcoin",
                    List.of(
                            network("BTC", BITCOIN, "0.00003", "0.0001", "0.00000001"),
                            network("BSC", EVM, "0.0000021", "0.000004", "0.00000001"))),
            new Coin(
                    "ETH",
                    "Ethereum",
                    List.of(
                            network("ETH", EVM, "0.0003", "0.001", "0.00000001"),
                            network("BSC", EVM, "0.00002", "0.0001", "0.00000001"))),
            new Coin(
                    "USDT",
                    "TetherUS",
                    List.of(
                            network("ETH", EVM, "1", "2", "0.000001"),
                            network("TRX", TRON, "1", "2", "0.000001"),
                            network("BSC", EVM, "0.01", "0.02", "0.00000001"))),
            new Coin("BNB", "BNB", List.of(network("BSC", EVM, "0.00001", "0.0001", "0.00000001"))),
            new Coin("XRP", "Ripple", List.of(tagged("XRP", RIPPLE, "0.2", "2", "0.000001"))),
            new Coin("SOL", "Solana", List.of(network("SOL", SOLANA, "0.001", "0.01", "0.00000001"))));

    private Coins() {}

    public static List<Coin> all() {
        return ALL;
    }

    public static Optional<Coin> find(String symbol) {
        return ALL.stream().filter(coin -> coin.symbol().equals(symbol)).findFirst();
    }

    private static Network network(String name, String address, String fee, String min, String step) {
        return new Network(
                name,
                Pattern.compile(address),
                Pattern.compile(""),
                false,
                new BigDecimal(fee),
                new BigDecimal(min),
                new BigDecimal(step));
    }

    private static Network tagged(String name, String address, String fee, String min, String step) {
        return new Network(
                name,
                Pattern.compile(address),
                Pattern.compile("^[0-9]{1,10}$"),
                true,
                new BigDecimal(fee),
                new BigDecimal(min),
                new BigDecimal(step));
    }
}
