package io.countersign.wire.policy;

import io.countersign.wire.policy.PolicyDocument.Custom;
import io.countersign.wire.policy.spelling.Nearest;
import java.util.List;

/** What must hold between fields of a document, each of which is well-formed. */
final class PolicyChecks {

    /** What a policy may do without. */
    static final List<String> OPTIONAL = List.of(
            "order-id",
            "amount-anomaly",
            "rapid-transfers",
            "unusual-hour",
            "burst-after-dormancy",
            "first-seen-destination",
            "new-connection",
            "fan-in",
            "limit-hugging");

    private final PolicyDocument document;
    private final Problems problems;

    PolicyChecks(PolicyDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void run() {
        baseHasLimits();
        disabledMayBe();
        customIdsDiffer();
        booksGoTogether();
    }

    private void baseHasLimits() {
        FieldPath limits = FieldPath.ROOT.field("limits");
        require(limits.field("perTransaction"), document.limits().perTransaction() != null);
        require(limits.field("calendarDay"), document.limits().calendarDay() != null);
        require(limits.field("rolling24h"), document.limits().rolling24h() != null);
    }

    private void require(FieldPath field, boolean present) {
        if (!present) {
            problems.add(field, "is missing: add it, every account needs this cap");
        }
    }

    private void disabledMayBe() {
        List<String> disabled = document.disabled() == null ? List.of() : document.disabled();
        for (int i = 0; i < disabled.size(); i++) {
            String rule = disabled.get(i);
            if (!OPTIONAL.contains(rule)) {
                problems.add(
                        FieldPath.ROOT.field("disabled").index(i),
                        "%s is not a rule that can be turned off%s; these can: %s"
                                .formatted(rule, Nearest.hint(rule, OPTIONAL), String.join(", ", OPTIONAL)));
            }
        }
    }

    private void customIdsDiffer() {
        List<Custom> custom = document.custom() == null ? List.of() : document.custom();
        List<Leaves.CustomId> ids = custom.stream().map(Custom::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.indexOf(ids.get(i)) < i) {
                FieldPath id = FieldPath.ROOT.field("custom").index(i).field("id");
                problems.add(id, "another rule has the id %s: choose a new one".formatted(ids.get(i)));
            }
        }
    }

    private void booksGoTogether() {
        RuleBooks books = new RuleBooks(document);
        if (!problems.check(FieldPath.ROOT.field("anomalies"), () -> books.book(null))) {
            return; // It would be told again for everyone who shares the base.
        }
        if (document.tiers() != null) {
            FieldPath tiers = FieldPath.ROOT.field("tiers");
            document.tiers().forEach((name, own) -> problems.check(tiers.field(name.value()), () -> books.book(own)));
        }
        if (document.accounts() != null) {
            FieldPath accounts = FieldPath.ROOT.field("accounts");
            document.accounts().forEach((id, own) -> problems.check(accounts.field(id.value()), () -> books.book(own)));
        }
    }
}
