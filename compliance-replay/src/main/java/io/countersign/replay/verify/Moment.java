package io.countersign.replay.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A place in the journal: an instant of its own time, or an offset of one partition. */
public sealed interface Moment {

    /** Whether an entry of {@code offset} and of the time {@code at} is at this place or behind it. */
    boolean isReachedBy(long offset, Instant at);

    /** By the entry's time. */
    record At(Instant instant) implements Moment {
        @Override
        public boolean isReachedBy(long offset, Instant at) {
            return !at.isBefore(instant);
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** By the entry's place. */
    record Offset(long offset) implements Moment {
        @Override
        public boolean isReachedBy(long other, Instant at) {
            return other >= offset;
        }

        @Override
        public String toString() {
            return "offset " + offset;
        }
    }

    /**
     * Of an offset, a date (its first instant in UTC) or an instant.
     *
     * @throws IllegalArgumentException when {@code text} is none of them
     */
    static Moment parse(String text) {
        try {
            if (!text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9')) {
                return new Offset(Long.parseLong(text));
            }
            return new At(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is no offset, no date like 2026-11-22 and no instant like 2026-11-22T12:00:00Z"
                            .formatted(text),
                    e);
        }
    }
}
