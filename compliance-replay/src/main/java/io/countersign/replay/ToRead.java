package io.countersign.replay;

import io.countersign.domain.id.AccountId;
import io.countersign.replay.source.Extent;
import io.countersign.replay.source.Placement;
import io.countersign.replay.source.Source;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import org.jspecify.annotations.Nullable;

/** How many offsets of the journal a verb reads, for its progress. */
final class ToRead {

    private ToRead() {}

    static long all(Source source) {
        return lengths(source).getSum();
    }

    /** The account's partition, and that of the house, which says when which policy was live. */
    static long account(Source source, AccountId account) {
        return partitionsOf(source, account, AccountId.HOUSE);
    }

    /** The partition of the request's account, and before it every one when nobody said whose it is: the longest, for all one knows. */
    static long request(Source source, @Nullable AccountId account) {
        LongSummaryStatistics lengths = lengths(source);
        return account == null ? lengths.getSum() + lengths.getMax() : partitionsOf(source, account);
    }

    private static long partitionsOf(Source source, AccountId... accounts) {
        return Arrays.stream(accounts)
                .mapToInt(each -> Placement.of(each.value(), source.extents().size()))
                .mapToLong(each ->
                        source.extents().getOrDefault(each, new Extent(0, 0)).length())
                .sum();
    }

    private static LongSummaryStatistics lengths(Source source) {
        return source.extents().values().stream().mapToLong(Extent::length).summaryStatistics();
    }
}
