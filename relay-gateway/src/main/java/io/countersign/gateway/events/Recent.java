package io.countersign.gateway.events;

import io.countersign.domain.id.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The last notices of all accounts, bounded in number, and from where on none of a partition is missing. */
final class Recent {

    private final int most;
    private final Deque<Kept> kept = new ArrayDeque<>();

    /** By partition: the last offset that is no longer here, and the last one that was read. */
    private final Map<Source, Map<Integer, Long>> gone = new EnumMap<>(Source.class);

    private final Map<Source, Map<Integer, Long>> read = new EnumMap<>(Source.class);

    /** One notice, and where it stood. */
    record Kept(AccountId account, int partition, Source source, long offset, Notice notice) {}

    Recent(int most) {
        this.most = most;
        for (Source source : Source.values()) {
            gone.put(source, new HashMap<>());
            read.put(source, new HashMap<>());
        }
    }

    /** False for what was here before: the log may be followed again from an earlier point. */
    boolean add(Kept notice) {
        Map<Integer, Long> last = of(read, notice.source());
        if (notice.offset() <= last.getOrDefault(notice.partition(), -1L)) {
            return false;
        }
        of(gone, notice.source()).putIfAbsent(notice.partition(), notice.offset() - 1);
        last.put(notice.partition(), notice.offset());
        kept.addLast(notice);
        if (kept.size() > most) {
            Kept oldest = kept.removeFirst();
            of(gone, oldest.source()).merge(oldest.partition(), oldest.offset(), Math::max);
        }
        return true;
    }

    /** The end of a partition. */
    Cursor end(int partition) {
        return new Cursor(end(Source.DECISIONS, partition), end(Source.OUTCOMES, partition));
    }

    /** Whether everything of {@code partition} after {@code cursor} is here. */
    boolean reaches(int partition, Cursor cursor) {
        for (Source source : Source.values()) {
            long last = end(source, partition);
            Long missing = of(gone, source).get(partition);
            boolean known = missing == null
                    ? cursor.of(source) == last
                    : cursor.of(source) >= missing && cursor.of(source) <= last;
            if (!known) {
                return false;
            }
        }
        return true;
    }

    void forEach(AccountId account, Consumer<Kept> reader) {
        kept.stream().filter(each -> each.account().equals(account)).forEach(reader);
    }

    private long end(Source source, int partition) {
        return of(read, source).getOrDefault(partition, -1L);
    }

    private static Map<Integer, Long> of(Map<Source, Map<Integer, Long>> map, Source source) {
        return map.computeIfAbsent(source, absent -> new HashMap<>());
    }
}
