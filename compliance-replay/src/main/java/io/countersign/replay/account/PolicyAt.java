package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Policy;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.verify.AccountReader;
import java.time.Instant;

/** Which policy was live at an instant, by the house's own journal. */
final class PolicyAt {

    private PolicyAt() {}

    static Policy of(Source source, PublishedPolicies policies, Instant at) {
        AccountReader house = new AccountReader(source, policies, AccountId.HOUSE);
        long live = 0;
        try (Records records = source.journal(house.partition(), 0)) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                AccountEvent event = house.peek(record).orElse(null);
                if (event instanceof AccountEvent.PolicyConfirmed confirmed
                        && !confirmed.at().isAfter(at)) {
                    live = confirmed.version();
                }
            }
        }
        Policy policy = policies.version(live);
        return policy == null ? Policy.none() : policy;
    }
}
