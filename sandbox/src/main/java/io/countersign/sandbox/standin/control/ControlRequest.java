package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.http.WireRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A call of the control API: method, path segments, query and JSON body. */
record ControlRequest(String method, List<String> segments, Map<String, List<String>> query, String body) {

    static ControlRequest of(WireRequest request) {
        QueryStringDecoder decoder = new QueryStringDecoder(request.target());
        List<String> segments = List.of(decoder.path().split("/", -1)).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new ControlRequest(
                request.method(), segments, decoder.parameters(), request.body().utf8());
    }

    /** Method and shape, such as {@code PUT accounts/*}, for a switch. */
    String shape() {
        return switch (segments.size()) {
            case 0 -> method;
            case 1 -> method + ' ' + segments.getFirst();
            case 2 -> method + ' ' + segments.getFirst() + "/*";
            default ->
                method + ' ' + segments.getFirst() + "/*/" + String.join("/", segments.subList(2, segments.size()));
        };
    }

    String segment(int index) {
        return segments.get(index);
    }

    JsonNode json() {
        return Json.read(body.isBlank() ? "{}" : body)
                .orElseThrow(() -> UnusableInput.field("body", "is not JSON, check quotes and commas"));
    }

    Fields fields(Set<String> known) {
        return new Fields(json(), known);
    }

    String parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    long number(String name, long otherwise, long max) {
        String text = parameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > max) {
            throw UnusableInput.field(name, "send a whole number from 0 to " + max);
        }
        return Long.parseLong(text);
    }

    void allow(Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw UnusableInput.field(name, "unknown query parameter, use one of " + new TreeSet<>(known));
            }
        }
    }
}
