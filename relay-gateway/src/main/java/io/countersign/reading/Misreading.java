package io.countersign.reading;

import java.util.Arrays;
import java.util.Optional;

/** Why a request was not understood: a stable slug, the HTTP status and the code that a Binance client knows. */
public enum Misreading {
    METHOD_NOT_ALLOWED("method-not-allowed", 405, -1020),
    MALFORMED_REQUEST("malformed-request", 400, -1130),
    UNSUPPORTED_VERSION("unsupported-version", 400, -1130),
    INCOMPLETE_REQUEST("incomplete-request", 400, -1130),
    HEADERS_TOO_LONG("headers-too-long", 431, -1130),
    MALFORMED_TARGET("malformed-target", 400, -1100),
    TARGET_TOO_LONG("target-too-long", 414, -1108),
    BODY_TOO_LONG("body-too-long", 413, -1108),
    UNKNOWN_ENDPOINT("unknown-endpoint", 404, -1020),
    HOST_NOT_SERVED("host-not-served", 400, -1130),
    MALFORMED_HEADER("malformed-header", 400, -1130),
    MALFORMED_API_KEY("malformed-api-key", 400, -2014),
    UNSUPPORTED_CONTENT_TYPE("unsupported-content-type", 415, -1130),
    UNSUPPORTED_CODING("unsupported-coding", 415, -1130),
    LENGTH_REQUIRED("length-required", 411, -1130),
    UNEXPECTED_BODY("unexpected-body", 400, -1106),
    ILLEGAL_CHARACTERS("illegal-characters", 400, -1100),
    MALFORMED_PARAMETERS("malformed-parameters", 400, -1130),
    DUPLICATE_PARAMETER("duplicate-parameter", 400, -1101),
    UNKNOWN_PARAMETER("unknown-parameter", 400, -1103),
    MISSING_PARAMETER("missing-parameter", 400, -1102),
    EMPTY_PARAMETER("empty-parameter", 400, -1105),
    INVALID_VALUE("invalid-value", 400, -1130),
    INVALID_RECV_WINDOW("invalid-recv-window", 400, -1131),
    PARAMETER_COMBINATION("parameter-combination", 400, -1128),
    MISPLACED_SIGNATURE("misplaced-signature", 400, -1022),
    MALFORMED_SIGNATURE("malformed-signature", 400, -1022);

    private final String slug;
    private final int httpStatus;
    private final int binanceCode;

    Misreading(String slug, int httpStatus, int binanceCode) {
        this.slug = slug;
        this.httpStatus = httpStatus;
        this.binanceCode = binanceCode;
    }

    public String slug() {
        return slug;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int binanceCode() {
        return binanceCode;
    }

    /** The reason with the slug {@code slug}. */
    public static Optional<Misreading> of(String slug) {
        return Arrays.stream(values()).filter(each -> each.slug.equals(slug)).findFirst();
    }

    /** A refusal for this reason; {@code message} names the field and the remedy, and never a value. */
    public Reading.Refused because(String message) {
        return new Reading.Refused(this, message);
    }
}
