package io.countersign.engine.query;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.Finding;
import java.util.List;

/** What a policy would have decided, and every finding. */
public record DryRunAnswer(String status, List<FindingBody> findings) {

    /** One finding. */
    public record FindingBody(String rule, String verdict, String observed, String bound, String sentence, int score) {

        static FindingBody of(Finding finding) {
            return new FindingBody(
                    finding.rule().value(),
                    finding.verdict().name(),
                    finding.observed(),
                    finding.bound(),
                    finding.sentence(),
                    finding.score());
        }
    }

    static DryRunAnswer of(RequestDecided decided) {
        return new DryRunAnswer(
                decided.status().name(),
                decided.findings().stream().map(FindingBody::of).toList());
    }
}
