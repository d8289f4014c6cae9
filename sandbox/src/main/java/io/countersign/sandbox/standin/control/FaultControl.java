package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.faults.Fault;
import io.countersign.sandbox.standin.faults.Fault.Match;
import io.countersign.sandbox.standin.faults.Fault.Reaction;
import io.countersign.sandbox.standin.faults.FaultKind;
import io.countersign.sandbox.standin.faults.Faults;
import io.countersign.sandbox.standin.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells the stand-in how to misbehave. */
final class FaultControl {

    private static final Set<String> FIELDS =
            Set.of("match", "times", "kind", "delayMillis", "status", "code", "msg", "retryAfterSeconds");
    private static final Set<String> MATCH_FIELDS = Set.of("method", "path", "apiKey");
    private static final int MAX_TIMES = 1_000_000;
    private static final long MAX_DELAY_MILLIS = 600_000;

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    ArrayNode set(JsonNode rules) {
        if (!rules.isArray() || rules.size() > Faults.MAX) {
            throw UnusableInput.field("body", "send a JSON list of at most %d rules".formatted(Faults.MAX));
        }
        List<Fault> read = new ArrayList<>();
        rules.forEach(rule -> read.add(rule(new Fields(rule, FIELDS))));
        faults.set(read);
        return list();
    }

    ArrayNode clear() {
        faults.set(List.of());
        return list();
    }

    private static Fault rule(Fields fields) {
        Fields match = new Fields(fields.has("match") ? fields.get("match") : Json.object(), MATCH_FIELDS);
        return new Fault(
                new Match(match.text("method", ""), match.text("path", ""), match.text("apiKey", "")),
                fields.count("times", 1, 1, MAX_TIMES),
                kind(fields.text("kind")),
                Duration.ofMillis(fields.number("delayMillis", 0, 0, MAX_DELAY_MILLIS)),
                new Reaction(
                        fields.count("status", 0, 200, 599),
                        fields.count("code", 0, -999_999, 999_999_999),
                        fields.text("msg", ""),
                        fields.number("retryAfterSeconds", 0, 0, 1_000_000)));
    }

    private static FaultKind kind(String name) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> UnusableInput.field(
                        "kind",
                        "use one of "
                                + Arrays.stream(FaultKind.values())
                                        .map(FaultKind::wireName)
                                        .toList()));
    }

    ArrayNode list() {
        ArrayNode list = Json.array();
        faults.all().forEach(fault -> list.add(describe(fault)));
        return list;
    }

    private static ObjectNode describe(Fault fault) {
        ObjectNode node = Json.object();
        node.putObject("match")
                .put("method", fault.match().method())
                .put("path", fault.match().path())
                .put("apiKey", fault.match().apiKey());
        return node.put("times", fault.times())
                .put("kind", fault.kind().wireName())
                .put("delayMillis", fault.delay().toMillis())
                .put("status", fault.reaction().status())
                .put("code", fault.reaction().code())
                .put("msg", fault.reaction().msg())
                .put("retryAfterSeconds", fault.reaction().retryAfterSeconds());
    }
}
