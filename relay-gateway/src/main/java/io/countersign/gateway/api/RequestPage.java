package io.countersign.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.lookup.Resolution;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.engine.AccountReport.Decided;
import io.countersign.gateway.view.RequestState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of an account's requests that were judged, the newest first.
 *
 * @param next what to send as {@code before} for those that follow; null when there are no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestPage(
        Instant asOf,
        boolean stale,
        List<Line> requests,
        @Nullable String next) implements Paged {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** One request: its outcome, or the decision while there is none. */
    record Line(String requestId, String state, Instant decidedAt) {

        static Line of(Decided decided) {
            return new Line(decided.request(), RequestPage.state(decided), decided.at());
        }
    }

    static RequestPage of(AccountReport report, @Nullable Integer limit, @Nullable String before) {
        List<Decided> newestFirst = report.state().decided().reversed();
        int from = before == null ? 0 : after(newestFirst, before);
        int to = Math.min(newestFirst.size(), from + size(limit));
        List<Line> lines = newestFirst.subList(from, to).stream().map(Line::of).toList();
        String next =
                to < newestFirst.size() && !lines.isEmpty() ? lines.getLast().requestId() : null;
        return new RequestPage(report.state().at(), report.isStale(), lines, next);
    }

    static String state(Decided decided) {
        String outcome = decided.outcome();
        String resolution = decided.resolution();
        return RequestState.of(
                        DecisionStatus.valueOf(decided.status()),
                        outcome == null ? null : OutcomeClass.valueOf(outcome),
                        resolution == null ? null : Resolution.valueOf(resolution))
                .name();
    }

    private static int size(@Nullable Integer limit) {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw Bodies.invalid("limit: send 1 to 200");
        }
        return size;
    }

    private static int after(List<Decided> newestFirst, String before) {
        for (int i = 0; i < newestFirst.size(); i++) {
            if (newestFirst.get(i).request().equals(before)) {
                return i + 1;
            }
        }
        throw Bodies.invalid("before: send the id of a request that is still remembered");
    }
}
