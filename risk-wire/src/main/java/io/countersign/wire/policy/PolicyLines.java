package io.countersign.wire.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of the document each field stands. */
final class PolicyLines {

    private final Map<String, Integer> lines = new HashMap<>();

    private PolicyLines() {}

    static PolicyLines of(YAMLMapper yaml, String document) {
        PolicyLines found = new PolicyLines();
        try (JsonParser parser = yaml.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                found.lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            return found; // Not YAML from here on; what stands before is known.
        }
        return found;
    }

    /** ", line 7" for a field, for example endpoints[0] or limits.rolling24h, or where what should hold it begins. */
    String of(String field) {
        String pointer = "/" + field.replace('.', '/').replace("[", "/").replace("]", "");
        while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return ", line " + lines.getOrDefault(pointer, 1);
    }
}
