package io.countersign.gateway.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller would like (RFC 7240). What cannot be read is as if it were not there.
 *
 * @param respondAsync not to wait for the outcome
 * @param waiting the longest wait; null for as long as it takes
 */
public record Preferences(boolean respondAsync, @Nullable Duration waiting) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern PREFERENCE =
            Pattern.compile("\\s*(" + TOKEN + ")\\s*(?:=\\s*(" + TOKEN + "|\"[^\"\\\\]*\")\\s*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** Reads every {@code Prefer} line; of a preference that is there twice the first counts. */
    public static Preferences of(List<String> lines) {
        boolean async = false;
        Duration wait = null;
        for (String line : lines) {
            for (String preference : split(line, ',')) {
                Matcher matcher = PREFERENCE.matcher(split(preference, ';').getFirst());
                if (!matcher.matches()) {
                    continue;
                }
                String value = unquoted(matcher.group(2));
                switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                    case "respond-async" -> async |= value.isEmpty();
                    case "wait" -> wait = wait == null && SECONDS.matcher(value).matches() ? seconds(value) : wait;
                    default -> {}
                }
            }
        }
        return new Preferences(async, wait);
    }

    /** How long to wait where {@code longest} is the most. */
    public Duration patience(Duration longest) {
        if (waiting == null) {
            return respondAsync ? Duration.ZERO : longest;
        }
        return isHonoured(longest) ? waiting : longest;
    }

    /** The value of {@code Preference-Applied} for an answer that came before the outcome; empty for none. */
    public String applied(Duration longest) {
        List<String> applied = new ArrayList<>();
        if (respondAsync) {
            applied.add("respond-async");
        }
        if (waiting != null && isHonoured(longest)) {
            applied.add("wait=" + waiting.toSeconds());
        }
        return String.join(", ", applied);
    }

    private boolean isHonoured(Duration longest) {
        return waiting != null && waiting.compareTo(longest) <= 0;
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(Long.parseLong(digits));
    }

    private static String unquoted(@Nullable String word) {
        if (word == null) {
            return "";
        }
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
    }

    /** The parts between {@code separator}, but not within quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted && character == '\\') {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
