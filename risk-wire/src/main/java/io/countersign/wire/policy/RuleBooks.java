package io.countersign.wire.policy;

import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.money.Amount;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.FreezeRule;
import io.countersign.domain.rule.OrderIdRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.TierKnownRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import io.countersign.wire.policy.PolicyDocument.Custom;
import io.countersign.wire.policy.PolicyDocument.Limits;
import io.countersign.wire.policy.PolicyDocument.Section;
import io.countersign.wire.policy.custom.CustomRule;
import io.countersign.wire.policy.custom.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rules for some accounts from their section of a document. */
final class RuleBooks {

    /** What holds where the document does not list what is disabled. */
    private static final List<String> DISABLED = List.of("order-id");

    private final PolicyDocument document;
    private final Set<String> disabled;
    private final Set<String> tiers = new HashSet<>();

    RuleBooks(PolicyDocument document) {
        this.document = document;
        this.disabled = Set.copyOf(document.disabled() == null ? DISABLED : document.disabled());
        if (document.tiers() != null) {
            document.tiers().keySet().forEach(each -> tiers.add(each.value()));
        }
    }

    /**
     * The book of the base with what {@code own} says otherwise.
     *
     * @throws IllegalArgumentException when the two do not go together
     */
    RuleBook book(@Nullable Section own) {
        Section section = Overlay.over(Section.class, document.base(), own);
        Limits limits = Objects.requireNonNull(section.limits(), "the base has limits");
        List<Rule> rules = new ArrayList<>(hard(section));
        rules.add(new OrderIdRule());
        rules.addAll(CapRules.of(limits, document.quote(), document.zone()));
        AnomalyThresholds thresholds = null;
        if (section.anomalies() != null && limits.perTransaction() != null) {
            AnomalyDocument anomalies = AnomalyRules.filled(section.anomalies());
            thresholds = AnomalyRules.thresholds(anomalies);
            rules.addAll(AnomalyRules.of(anomalies, new Amount(limits.perTransaction(), document.quote())));
        }
        rules.removeIf(each -> disabled.contains(each.id().value()));
        rules.addAll(custom());
        return new RuleBook(rules, thresholds);
    }

    private List<Rule> hard(Section section) {
        Duration coolingOff = section.coolingOff() == null ? Duration.ZERO : section.coolingOff();
        return List.of(
                new EndpointAllowedRule(Set.copyOf(document.endpoints())),
                new DeadlineRule(),
                new ConnectionBoundRule(),
                new FreezeRule(),
                new TierKnownRule(tiers),
                new TransferUnderstoodRule(),
                new AddressBookRule(coolingOff),
                new PriceFreshRule(document.quote(), document.priceMaxAge()));
    }

    private List<Rule> custom() {
        List<Custom> all = document.custom() == null ? List.of() : document.custom();
        Terms terms = new Terms(document.quote(), document.zone());
        return all.stream()
                .<Rule>map(each -> new CustomRule(
                        new RuleId("custom-" + each.id()),
                        each.when(),
                        verdict(each),
                        each.score() == null ? 0 : each.score(),
                        each.sentence().value(),
                        terms))
                .toList();
    }

    private static Verdict verdict(Custom custom) {
        return custom.then() == null
                ? Verdict.PASS
                : switch (custom.then()) {
                    case REJECT -> Verdict.REJECT;
                    case STEP_UP -> Verdict.STEP_UP;
                };
    }
}
