package io.countersign.engine.topology.guard;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Guard;
import io.countersign.wire.message.TallyMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one task adds to the count of each version's guard. An account counts once a window, and once more as rejected, so that
 * none can raise an alert alone; what no policy can help does not count at all. In memory only: after a crash the accounts of
 * the window are counted again.
 */
public final class Tallies {

    /** Rejections by these alone are the caller's or the owner's doing, whatever the policy says. */
    private static final Set<RuleId> NOT_THE_POLICY = Set.of(
            new RuleId("deadline"),
            new RuleId("connection-bound"),
            new RuleId("account-freeze"),
            new RuleId("order-id"));

    /** Accounts of one count: enough for any share, and a bound of the memory. */
    private static final int MOST_ACCOUNTS = 100_000;

    private final Map<Window, Seen> windows = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;

    /** Counts a decision of the version that {@code guard} is of. */
    public void count(RequestDecided decided, Guard guard) {
        if (!saysSomething(decided)) {
            return;
        }
        long length = guard.window().toMillis();
        Instant start = Instant.ofEpochMilli(Math.floorDiv(decided.at().toEpochMilli(), length) * length);
        Window window = new Window(
                decided.policyVersion(), EndpointClass.of(decided.request()), start, start.plusMillis(length));
        windows.computeIfAbsent(window, key -> new Seen()).count(decided);
        latest = decided.at().isAfter(latest) ? decided.at() : latest;
    }

    /** What was counted since the last time. */
    public List<TallyMessage> take() {
        List<TallyMessage> taken = new ArrayList<>();
        windows.forEach((window, seen) -> {
            if (seen.newlyDecided > 0 || seen.newlyRejected > 0) {
                taken.add(new TallyMessage(
                        window.version, window.endpoints, window.start, seen.newlyDecided, seen.newlyRejected));
                seen.newlyDecided = 0;
                seen.newlyRejected = 0;
            }
        });
        windows.keySet().removeIf(window -> !window.end.isAfter(latest));
        return taken;
    }

    private static boolean saysSomething(RequestDecided decided) {
        return decided.status() == DecisionStatus.APPROVED
                || decided.findings().stream()
                        .anyMatch(each -> each.verdict() != Verdict.PASS && !NOT_THE_POLICY.contains(each.rule()));
    }

    /** Of one version and class of endpoints. */
    private record Window(long version, EndpointClass endpoints, Instant start, Instant end) {}

    /** The accounts of one window. */
    private static final class Seen {

        private final Set<AccountId> decided = new HashSet<>();
        private final Set<AccountId> rejected = new HashSet<>();
        private long newlyDecided;
        private long newlyRejected;

        void count(RequestDecided request) {
            AccountId account = request.request().account();
            if (decided.size() < MOST_ACCOUNTS && decided.add(account)) {
                newlyDecided++;
            }
            boolean counted = decided.contains(account);
            if (counted && request.status() == DecisionStatus.REJECTED && rejected.add(account)) {
                newlyRejected++;
            }
        }
    }
}
