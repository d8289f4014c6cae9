package io.countersign.sandbox.standin.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.http.HttpAnswer;

/** An answer, and whether funds moved. The withdrawal id is empty where there is none. */
public record Outcome(HttpAnswer answer, boolean executed, String withdrawalId) {

    public static Outcome of(JsonNode body) {
        return new Outcome(HttpAnswer.json(200, body), false, "");
    }

    public static Outcome moved(JsonNode body, String withdrawalId) {
        return new Outcome(HttpAnswer.json(200, body), true, withdrawalId);
    }

    public static Outcome refused(BinanceError error) {
        return new Outcome(error.answer(), false, "");
    }
}
