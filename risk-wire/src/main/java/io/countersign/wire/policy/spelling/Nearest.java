package io.countersign.wire.policy.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which known name somebody may have meant. */
public final class Nearest {

    private Nearest() {}

    /** ": did you mean X?" when one is near enough, else the empty text. The same one every time. */
    public static String hint(String name, Collection<String> known) {
        int most = Math.max(2, name.length() / 3);
        return known.stream()
                .filter(each -> distance(name, each) <= most)
                .min(Comparator.<String>comparingInt(each -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .map(": did you mean %s?"::formatted)
                .orElse("");
    }

    /** How many letters must be put in, taken out or changed (Levenshtein), whatever their case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        if (Math.abs(from.length() - to.length()) > Math.max(2, from.length() / 3)) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
