package io.countersign.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plainest form parser that there is, with the JDK's decoder: what a hop that knows nothing of ours would see. */
final class SecondReader {

    private SecondReader() {}

    /** Names and values of query and body, each name once; fails where it sees a name twice. */
    static Map<String, String> read(Reading.Understood understood) {
        String target = understood.wire().target();
        int mark = target.indexOf('?');
        Map<String, String> pairs = new LinkedHashMap<>();
        add(pairs, mark < 0 ? "" : target.substring(mark + 1));
        add(pairs, new String(understood.wire().body().toBytes(), StandardCharsets.ISO_8859_1));
        return pairs;
    }

    private static void add(Map<String, String> pairs, String part) {
        if (part.isEmpty()) {
            return;
        }
        for (String pair : part.split("&", -1)) {
            String name = URLDecoder.decode(pair.substring(0, pair.indexOf('=')), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            // A raw plus in base64 is a space to a form parser; no other value may be read so.
            String read = name.equals("signature") ? value.replace(' ', '+') : value;
            if (pairs.put(name, read) != null) {
                throw new AssertionError(name + " is there twice");
            }
        }
    }
}
