package io.countersign.gateway.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far an account's stream was read: the last offset of the account's partition on each of the two topics that it is made of,
 * which makes it mean the same at every gateway.
 *
 * @param decision on decisions; -1 for none
 * @param outcome on outcomes; -1 for none
 */
public record Cursor(long decision, long outcome) {

    private static final Pattern FORM = Pattern.compile("(-1|[0-9]{1,18})\\.(-1|[0-9]{1,18})");

    /** Nothing was read. */
    static final Cursor START = new Cursor(-1, -1);

    /** The cursor that an event's id says; empty for one of somebody else's making. */
    public static Optional<Cursor> parse(@Nullable String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches()
                ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    Cursor with(Source source, long offset) {
        return switch (source) {
            case DECISIONS -> new Cursor(offset, outcome);
            case OUTCOMES -> new Cursor(decision, offset);
        };
    }

    long of(Source source) {
        return switch (source) {
            case DECISIONS -> decision;
            case OUTCOMES -> outcome;
        };
    }

    @Override
    public String toString() {
        return decision + "." + outcome;
    }
}
