package io.countersign.replay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.MemorySource;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bar that is drawn by it ends where the journal ends. */
class WatchedTest {

    private static final int ENTRIES = 2_500;

    private final List<Long> steps = new ArrayList<>();
    private final MemorySource source = new MemorySource(1);
    private final Watched watched = new Watched(source, new Progress() {
        @Override
        public void step(long offsets) {
            steps.add(offsets);
        }

        @Override
        public void close() {}
    });

    @BeforeEach
    void aJournal() {
        for (int i = 0; i < ENTRIES; i++) {
            source.addEntry(0, "alice", new byte[0], Instant.EPOCH);
        }
    }

    @Test
    void whoReadsAllIsToldOfAllOnTheWay() {
        try (Records records = watched.journal(0, 0)) {
            while (records.next() != null) {
                assertThat(told()).isLessThanOrEqualTo(length());
            }
        }

        assertThat(told()).isEqualTo(length());
        assertThat(steps).hasSizeGreaterThan(2);
    }

    @Test
    void whoHasSeenEnoughNeedsNoMore() {
        try (Records records = watched.journal(0, 0)) {
            records.next();
        }

        assertThat(told()).isEqualTo(length());
    }

    @Test
    void whoBeginsLaterHasTheRestBehind() {
        try (Records records = watched.journal(0, 2_000)) {
            records.next();

            assertThat(told()).isEqualTo(2_000);
        }
    }

    private long told() {
        return steps.stream().mapToLong(Long::longValue).sum();
    }

    private long length() {
        return source.extents().getOrDefault(0, new Extent(0, 0)).length();
    }
}
