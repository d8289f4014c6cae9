package io.countersign.domain.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretch of time that a spend cap looks back on. */
public sealed interface SpendWindow {

    /** Whether a reservation counted since {@code since} is inside, seen at {@code now}. */
    boolean contains(Instant since, Instant now);

    /** When what counts at {@code since} stops counting. */
    Instant leaves(Instant since);

    /** When the first of {@code counted} stops counting; null when there is none. */
    default @Nullable Instant nextFreeAt(List<Reservation> counted) {
        return counted.stream()
                .map(each -> leaves(each.countedSince()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How long it can be at most: what an account must remember. */
    Duration longest();

    /** The calendar day of {@code zone}, from midnight, or the day's first instant where a clock change skips it. */
    record CalendarDay(ZoneId zone) implements SpendWindow {

        private static final long SECONDS_OF_A_DAY = 86_400;

        @Override
        public boolean contains(Instant since, Instant now) {
            return dayOf(since) == dayOf(now);
        }

        @Override
        public Instant leaves(Instant since) {
            ZonedDateTime day = since.atZone(zone);
            return day.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        }

        /** Its number since 1970, by the clocks of the zone: without the objects of a date, as every cap asks it of every transfer. */
        private long dayOf(Instant at) {
            int offset = zone.getRules().getOffset(at).getTotalSeconds();
            return Math.floorDiv(at.getEpochSecond() + offset, SECONDS_OF_A_DAY);
        }

        /** A day with a clock change can have 25 hours; two more for zones that once jumped further. */
        @Override
        public Duration longest() {
            return Duration.ofHours(27);
        }

        @Override
        public String toString() {
            return "the calendar day in " + zone;
        }
    }

    /** The last {@code length} up to now; what is exactly as old has left. */
    record Rolling(Duration length) implements SpendWindow {

        private static final int NANOS_OF_A_SECOND = 1_000_000_000;

        /** Whether its age is less than the length: without the objects of an instant, as every cap asks it of every transfer. */
        @Override
        public boolean contains(Instant since, Instant now) {
            long seconds = now.getEpochSecond() - since.getEpochSecond() - length.getSeconds();
            int nanos = now.getNano() - since.getNano() - length.getNano();
            return seconds + Math.floorDiv(nanos, NANOS_OF_A_SECOND) < 0;
        }

        @Override
        public Instant leaves(Instant since) {
            return since.plus(length);
        }

        @Override
        public Duration longest() {
            return length;
        }

        @Override
        public String toString() {
            return "the last " + length;
        }
    }
}
