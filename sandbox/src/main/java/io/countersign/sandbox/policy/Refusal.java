package io.countersign.sandbox.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.http.JsonHttp.JsonAnswer;

/** Why the gateway says no, in one line. */
final class Refusal {
    private Refusal() {}

    static String of(JsonAnswer answer) {
        JsonNode sentence = answer.body().path("findings").path(0).path("sentence");
        JsonNode detail = sentence.isMissingNode() ? answer.body().path("detail") : sentence;
        return detail.isMissingNode() ? "the gateway answers " + answer.status() : detail.asText();
    }
}
