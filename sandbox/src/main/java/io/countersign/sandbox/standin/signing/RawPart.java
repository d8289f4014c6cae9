package io.countersign.sandbox.standin.signing;

import java.util.ArrayList;
import java.util.List;

/** The query or the body as Latin-1 text, cut at each ampersand and not otherwise touched. */
record RawPart(List<String> pairs) {

    private static final String SIGNATURE = "signature=";

    static RawPart of(String latin1) {
        return new RawPart(latin1.isEmpty() ? List.of() : List.of(latin1.split("&", -1)));
    }

    /** What is signed of this part: everything but the signature pair, where it stood. */
    String withoutSignature() {
        List<String> kept = new ArrayList<>();
        for (String pair : pairs) {
            if (!pair.startsWith(SIGNATURE)) {
                kept.add(pair);
            }
        }
        return String.join("&", kept);
    }
}
