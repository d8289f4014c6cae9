package io.countersign.replay.verify;

import io.countersign.replay.source.UnusableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the journal is to be decided again.
 *
 * @param from the first entry; null for the journal's
 * @param to the first entry that is not; null for none
 * @param account null for every
 * @param partitions empty for every
 */
public record Scope(
        @Nullable Moment from,
        @Nullable Moment to,
        @Nullable String account,
        Set<Integer> partitions) {

    /** Everything. */
    public static final Scope ALL = new Scope(null, null, null, Set.of());

    public Scope {
        partitions = Set.copyOf(partitions);
        if ((from instanceof Moment.Offset || to instanceof Moment.Offset) && partitions.size() != 1) {
            throw new UnusableException("an offset is of one partition: say --partition");
        }
    }

    boolean has(int partition) {
        return partitions.isEmpty() || partitions.contains(partition);
    }

    boolean has(String key) {
        return account == null || account.equals(key);
    }

    boolean has(long offset, Instant at) {
        return (from == null || from.isReachedBy(offset, at)) && (to == null || !to.isReachedBy(offset, at));
    }

    /** Where reading ends before the end of the partition. */
    long endOr(long end) {
        return to instanceof Moment.Offset before ? Math.min(before.offset(), end) : end;
    }

    /** What is then not proven, a sentence each; none when everything is looked at. */
    public List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (from != null) {
            limits.add("What came before %s was chained and applied, not decided again.".formatted(from));
        }
        if (to instanceof Moment.Offset) {
            limits.add("Nothing from %s on was read: a tail that was cut off is not found.".formatted(to));
        } else if (to != null) {
            limits.add("What came from %s on was chained and applied, not decided again.".formatted(to));
        }
        if (account != null) {
            limits.add("Of the other accounts only the octets were held against the checkpoints.");
        }
        if (!partitions.isEmpty()) {
            limits.add("Partitions other than %s were not read: an account that is filed there too is not found."
                    .formatted(partitions.stream().sorted().toList()));
        }
        return List.copyOf(limits);
    }
}
