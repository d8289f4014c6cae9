package io.countersign.gateway.answer;

/** Why the gateway does not answer with Binance's own words: a stable slug, the HTTP status and a code that SDKs show. */
public enum ProblemType {
    UNAUTHENTICATED("unauthenticated", 401, -1002),
    FORBIDDEN("forbidden", 403, -1002),
    SECOND_FACTOR_REQUIRED("second-factor-required", 403, -1002),
    INVALID_SIGNATURE("invalid-signature", 400, -1022),
    SIGNATURE_LAPSED("signature-lapsed", 400, -1021),
    TIMESTAMP_AHEAD("timestamp-ahead", 400, -1021),
    /**
     * Not -2010, which belongs to orders: -1002 is what Binance answers when a user may not run a request, it means that nothing
     * was executed, and no client library resends on it.
     */
    REFUSED_BY_POLICY("refused-by-policy", 403, -1002),
    CONFIRMATION_REQUIRED("confirmation-required", 403, -1002),
    EXPIRED_UNSENT("expired-unsent", 400, -1021),
    /** Approved, and not sent: Binance's limits left no room. */
    HELD_BACK("held-back", 429, -1003),
    /** Sent, no answer came, and look-ups showed that nothing came of it. */
    NOT_EXECUTED("not-executed", 409, -1002),
    OUTCOME_UNKNOWN("outcome-unknown", 504, -1007),
    NO_ANSWER_IN_TIME("no-answer-in-time", 504, -1007),
    UNUSABLE_ANSWER("unusable-answer", 502, -1006),
    LOG_UNAVAILABLE("log-unavailable", 503, -1001),
    TOO_MANY_REQUESTS("too-many-requests", 429, -1003),
    NO_REFERENCE_DATA("no-reference-data", 503, -1001),
    UNKNOWN_SYMBOL("unknown-symbol", 400, -1121),
    NOT_FOUND("not-found", 404, -1020),
    UNKNOWN_REQUEST("unknown-request", 404, -1020),
    INVALID_POLICY("invalid-policy", 422, -1130),
    UNKNOWN_POLICY("unknown-policy", 404, -1020),
    INVALID_BODY("invalid-body", 400, -1130),
    ENGINE_UNAVAILABLE("engine-unavailable", 503, -1001),
    CONTROL_REFUSED("control-refused", 409, -1020),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, -1130),
    NOT_ACCEPTABLE("not-acceptable", 406, -1130),
    INTERNAL_ERROR("internal-error", 500, -1000);

    private final String slug;
    private final int httpStatus;
    private final int binanceCode;

    ProblemType(String slug, int httpStatus, int binanceCode) {
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
}
