package io.countersign.sandbox.standin.rules;

import io.countersign.sandbox.standin.http.HttpAnswer;
import io.countersign.sandbox.standin.http.Json;

/** A refusal in Binance's words. */
public record BinanceError(int status, int code, String msg) {

    public static final BinanceError BAD_KEY_FORMAT = new BinanceError(401, -2014, "API-key format invalid.");
    public static final BinanceError REJECTED_KEY =
            new BinanceError(401, -2015, "Invalid API-key, IP, or permissions for action.");
    public static final BinanceError BAD_SIGNATURE = bad(-1022, "Signature for this request is not valid.");
    public static final BinanceError OUTSIDE_WINDOW =
            bad(-1021, "Timestamp for this request is outside of the recvWindow.");
    public static final BinanceError AHEAD =
            bad(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    public static final BinanceError BAD_WINDOW = bad(-1131, "recvWindow must be less than 60000");
    public static final BinanceError DUPLICATE = bad(-1101, "Duplicate values for a parameter detected.");
    public static final BinanceError ILLEGAL_CHARACTERS = bad(-1100, "Illegal characters found in a parameter.");
    public static final BinanceError BAD_TIME_UNIT =
            bad(-1194, "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");

    public static BinanceError bad(int code, String msg) {
        return new BinanceError(400, code, msg);
    }

    public static BinanceError missing(String parameter) {
        return bad(-1102, "Mandatory parameter '%s' was not sent, was empty/null, or malformed.".formatted(parameter));
    }

    public static BinanceError illegal(String parameter, String range) {
        return bad(
                -1100, "Illegal characters found in parameter '%s'; legal range is '%s'.".formatted(parameter, range));
    }

    public static BinanceError invalid(String parameter) {
        return bad(-1130, "Data sent for parameter '%s' is not valid.".formatted(parameter));
    }

    public HttpAnswer answer() {
        return HttpAnswer.json(status, Json.object().put("code", code).put("msg", msg));
    }
}
