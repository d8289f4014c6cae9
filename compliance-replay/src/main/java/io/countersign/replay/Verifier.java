package io.countersign.replay;

import io.countersign.domain.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the journal in the order of the log, account by account however they are mixed. */
public final class Verifier {

    private final Map<String, AccountAudit> audits = new TreeMap<>();
    private final int headerLength;
    private final Map<Long, Policy> policies;
    private long entries;

    /** Takes the octets before each Avro body, and every policy that was ever published, by version. */
    public Verifier(int headerLength, Map<Long, Policy> policies) {
        this.headerLength = headerLength;
        this.policies = Map.copyOf(policies);
    }

    /** The next record. */
    public void take(JournalRecord record) {
        entries++;
        audits.computeIfAbsent(record.key(), key -> new AccountAudit(key, headerLength, policies))
                .take(record);
    }

    /** What came of it, when the log has come to its end. */
    public Verification finish() {
        List<Discrepancy> discrepancies = audits.values().stream()
                .map(AccountAudit::finish)
                .flatMap(Optional::stream)
                .toList();
        long decided = audits.values().stream().mapToLong(AccountAudit::decided).sum();
        return new Verification(audits.size(), entries, decided, discrepancies);
    }
}
