package io.countersign.wire.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of the document each field stands. */
final class PolicyLines {

    private final Map<String, Integer> lines = new HashMap<>();
    private int alias;

    private PolicyLines() {}

    static PolicyLines of(YAMLMapper yaml, String document) {
        PolicyLines found = new PolicyLines();
        try (YAMLParser parser = yaml.getFactory().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                found.note(parser);
            }
        } catch (IOException e) {
            return found; // Not YAML from here on; what stands before is known.
        }
        return found;
    }

    private void note(YAMLParser parser) {
        int line = line(parser);
        lines.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(), line);
        if (alias == 0 && parser.isCurrentAlias()) {
            alias = line;
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The line of the field, or of what should hold it. */
    int of(FieldPath field) {
        String pointer = field.pointer();
        while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return lines.getOrDefault(pointer, 1);
    }

    /** The line of the first alias, *name, which would be read as the text "name"; 0 for none. */
    int alias() {
        return alias;
    }
}
