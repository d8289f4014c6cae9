package io.countersign.replay.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.replay.source.LogRecord;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that wait, in files by account. */
class BacklogTest {

    private static final Octets HASH = Octets.of(new byte[] {3, 1, 4});

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWaitsComesBackOctetForOctet() {
        LogRecord usual = record(7, "account-1", new byte[] {0, 1, 2});
        LogRecord odd = new LogRecord(2, 8, Instant.EPOCH, null, null);

        try (Backlog backlog = new Backlog(folder, 0)) {
            backlog.add(usual, HASH);
            backlog.add(odd, HASH);
            List<Backlog.Waiting> back = drain(backlog);

            assertThat(back)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyInAnyOrder(new Backlog.Waiting(usual, HASH), new Backlog.Waiting(odd, HASH));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAccountIsInOneFileInItsOrder() {
        try (Backlog backlog = new Backlog(folder, 0)) {
            for (int i = 0; i < 5_000; i++) {
                backlog.add(record(i, "account-" + i % 500, new byte[] {1}), HASH);
            }
            Map<String, Long> last = new HashMap<>();
            Map<String, Set<Integer>> files = new HashMap<>();
            backlog.finish();
            for (int i = 0; i < Backlog.FILES; i++) {
                int file = i;
                backlog.drain(file, each -> {
                    String account = each.record().account();
                    files.computeIfAbsent(account, absent -> new HashSet<>()).add(file);
                    Long before = last.put(account, each.record().offset());
                    assertThat(each.record().offset()).isGreaterThan(before == null ? -1 : before);
                });
            }

            assertThat(last).hasSize(500);
            assertThat(files.values()).allMatch(each -> each.size() == 1);
        }
    }

    @Test
    void whatIsLeftOfOneFilePartsAgain() {
        try (Backlog first = new Backlog(folder, 0);
                Backlog second = new Backlog(folder, 1)) {
            for (int i = 0; i < 20_000; i++) {
                first.add(record(i, "account-" + i, new byte[] {1}), HASH);
            }
            first.finish();
            first.drain(0, each -> second.add(each.record(), each.hash()));
            second.finish();
            Set<Integer> used = new HashSet<>();
            for (int i = 0; i < Backlog.FILES; i++) {
                int file = i;
                second.drain(file, each -> used.add(file));
            }

            assertThat(used).hasSizeGreaterThan(Backlog.FILES / 2);
        }
    }

    @Test
    void nothingIsMadeBeforeSomethingWaits() {
        try (Backlog backlog = new Backlog(folder, 0)) {
            assertThat(drain(backlog)).isEmpty();
            assertThat(backlog.isEmpty()).isTrue();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static List<Backlog.Waiting> drain(Backlog backlog) {
        List<Backlog.Waiting> all = new ArrayList<>();
        backlog.finish();
        for (int i = 0; i < Backlog.FILES; i++) {
            backlog.drain(i, all::add);
        }
        return all;
    }

    private static LogRecord record(long offset, String account, byte @Nullable [] value) {
        return new LogRecord(1, offset, Instant.EPOCH, account.getBytes(StandardCharsets.UTF_8), value);
    }
}
