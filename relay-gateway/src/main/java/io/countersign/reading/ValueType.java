package io.countersign.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.regex.Pattern;

/** The forms that a decoded value may have: for each, one spelling per meaning. */
enum ValueType {
    ASSET("[A-Z0-9]{1,20}", "1 to 20 upper-case letters and digits, for example USDT"),
    NETWORK("[A-Z0-9]{1,20}", "1 to 20 upper-case letters and digits, for example ETH"),
    ADDRESS("[A-Za-z0-9._:-]{1,128}", "1 to 128 letters, digits and . _ : -"),
    TAG("[A-Za-z0-9._:@/-]{1,128}", "1 to 128 letters, digits and . _ : @ / -"),
    AMOUNT(
            "(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?",
            "a plain decimal above zero without exponent, sign or leading zeros, for example 0.0000001"),
    ORDER_ID("[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, _ and -"),
    LABEL(
            "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,63}",
            "1 to 64 letters, digits, spaces and . _ - that start with a letter or digit, without -- and words of SQL"),
    ID("[A-Za-z0-9._:-]{1,128}", "1 to 128 letters, digits and . _ : -"),
    ID_LIST(
            "[A-Za-z0-9._:-]{1,128}(,[A-Za-z0-9._:-]{1,128}){0,44}",
            "1 to 45 ids of letters, digits and . _ : -, with commas between"),
    SYMBOL("[A-Z0-9]{1,20}", "1 to 20 upper-case letters and digits, for example BTCUSDT"),
    SYMBOL_LIST(
            "\\[\"[A-Z0-9]{1,20}\"(,\"[A-Z0-9]{1,20}\"){0,99}\\]",
            "a JSON array of 1 to 100 symbols without spaces, percent-encoded, for example [\"BTCUSDT\"]"),
    PERMISSIONS(
            "[A-Z0-9_]{1,20}|\\[\"[A-Z0-9_]{1,20}\"(,\"[A-Z0-9_]{1,20}\"){0,19}\\]",
            "one permission or a JSON array of 1 to 20 without spaces, percent-encoded, for example SPOT"),
    BOOLEAN("true|false", "true or false"),
    INTEGER("0|[1-9][0-9]{0,8}", "a whole number"),
    ENUM("[A-Z0-9_]{1,64}", "one of the listed values"),
    INSTANT("[1-9][0-9]{12}", "milliseconds since 1970: 13 digits"),
    TIMESTAMP("[1-9][0-9]{12}([0-9]{3})?", "milliseconds (13 digits) or microseconds (16 digits) since 1970"),
    RECV_WINDOW(
            "(0|[1-9][0-9]{0,4})(\\.[0-9]{1,3})?",
            "milliseconds above 0 and at most 60000, with at most three decimals"),
    JSON_OBJECT("(?s)\\{.{3,4094}\\}", "a JSON object that is not empty, at most 4096 characters, each name once"),
    SIGNATURE(
            "[0-9A-Fa-f]{64}|[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{342}==|[A-Za-z0-9+/]{683}=",
            "64 hex digits (HMAC), or base64 of 64 (Ed25519), 256 or 512 octets (RSA), percent-encoded once");

    /** What Binance's firewall may take for an attack, and ban the address for that all users share. */
    private static final Pattern SQL = Pattern.compile(
            "--|\\b(alter|create|delete|drop|exec|execute|insert|select|truncate|union|update)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final BigDecimal LONGEST_RECV_WINDOW = BigDecimal.valueOf(60_000);
    private static final int HMAC_DIGITS = 64;
    private static final JsonMapper STRICT_JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Pattern pattern;
    private final String form;

    ValueType(String pattern, String form) {
        this.pattern = Pattern.compile(pattern);
        this.form = form;
    }

    /** What to send, for the message of a refusal. */
    String form() {
        return form;
    }

    boolean accepts(String value) {
        if (!pattern.matcher(value).matches()) {
            return false;
        }
        return switch (this) {
            case AMOUNT -> new BigDecimal(value).signum() > 0;
            case RECV_WINDOW -> isRecvWindow(new BigDecimal(value));
            case SIGNATURE -> value.length() == HMAC_DIGITS || isCanonicalBase64(value);
            case JSON_OBJECT -> isStrictJson(value);
            case LABEL -> !SQL.matcher(value).find();
            default -> true;
        };
    }

    /** A raw plus may stand for itself in base64 and for a space in free text; anywhere else readers disagree. */
    boolean allowsPlus() {
        return this == SIGNATURE || this == LABEL;
    }

    Misreading reason() {
        return switch (this) {
            case RECV_WINDOW -> Misreading.INVALID_RECV_WINDOW;
            case SIGNATURE -> Misreading.MALFORMED_SIGNATURE;
            default -> Misreading.INVALID_VALUE;
        };
    }

    private static boolean isRecvWindow(BigDecimal millis) {
        return millis.signum() > 0 && millis.compareTo(LONGEST_RECV_WINDOW) <= 0;
    }

    private static boolean isCanonicalBase64(String value) {
        return Base64.getEncoder()
                .encodeToString(Base64.getMimeDecoder().decode(value))
                .equals(value);
    }

    private static boolean isStrictJson(String value) {
        try {
            JsonNode node = STRICT_JSON.readTree(value);
            return node.isObject() && !node.isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
