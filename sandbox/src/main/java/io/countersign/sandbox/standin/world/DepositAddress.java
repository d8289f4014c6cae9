package io.countersign.sandbox.standin.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where an account receives a coin: always the same for the same account, coin and network. Not a real address. */
public record DepositAddress(String address, String tag) {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static DepositAddress of(String account, String coin, String network) {
        byte[] digest = sha256(account + '/' + coin + '/' + network);
        String hex = HexFormat.of().formatHex(digest);
        return switch (network) {
            case "BTC" -> new DepositAddress("bc1q" + hex.substring(0, 38), "");
            case "TRX" -> new DepositAddress("T" + base58(digest, 33), "");
            case "XRP" -> new DepositAddress("r" + base58(digest, 33), tag(digest));
            case "SOL" -> new DepositAddress(base58(digest, 43), "");
            default -> new DepositAddress("0x" + hex.substring(0, 40), "");
        };
    }

    private static String tag(byte[] digest) {
        return new BigInteger(1, digest).mod(BigInteger.valueOf(1_000_000_000)).toString();
    }

    private static String base58(byte[] digest, int length) {
        BigInteger rest = new BigInteger(1, digest);
        BigInteger base = BigInteger.valueOf(BASE58.length());
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            BigInteger[] divided = rest.divideAndRemainder(base);
            text.append(BASE58.charAt(divided[1].intValue()));
            rest = divided[0];
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the JDK has no SHA-256", missing);
        }
    }
}
