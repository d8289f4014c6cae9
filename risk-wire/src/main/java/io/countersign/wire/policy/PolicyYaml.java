package io.countersign.wire.policy;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Guard;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.domain.rule.CountCapRule;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.anomaly.LimitHuggingRule;
import io.countersign.wire.policy.PolicyDocument.Alarm;
import io.countersign.wire.policy.PolicyDocument.Confirming;
import io.countersign.wire.policy.PolicyDocument.LookingUp;
import io.countersign.wire.policy.custom.CustomRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a policy document. The same text gives the same policy, for ever: replay depends on it. */
public final class PolicyYaml {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(15);
    private static final Duration USE_WITHIN = Duration.ofMinutes(10);
    private static final Alarm ALARM = new Alarm(new BigDecimal("0.5"), 50, Duration.ofHours(1));

    /** In characters; a document travels in one record, and again in the journal. */
    private static final int LONGEST = 64 * 1024;

    private PolicyYaml() {}

    /**
     * The policy of {@code yaml} as {@code version}.
     *
     * @throws PolicyException when a field is missing, unknown or out of range; it names all of them
     */
    public static Policy parse(long version, String yaml) {
        if (yaml.length() > LONGEST) {
            throw new PolicyException(
                    List.of("line 1: the document has more than %d characters: make it shorter".formatted(LONGEST)));
        }
        PolicyDocument document = PolicyReader.read(yaml);
        RuleBooks books = new RuleBooks(document);
        RuleBook base = books.book(null);
        Map<String, RuleBook> tiers = new HashMap<>();
        if (document.tiers() != null) {
            document.tiers().forEach((name, own) -> tiers.put(name.value(), books.book(own)));
        }
        Map<AccountId, RuleBook> accounts = new HashMap<>();
        if (document.accounts() != null) {
            document.accounts().forEach((id, own) -> accounts.put(id, books.book(own)));
        }
        Stream<RuleBook> all =
                Stream.of(List.of(base), tiers.values(), accounts.values()).flatMap(Collection::stream);
        return new Policy(
                version,
                document.quote(),
                new Memory(longest(all, document), document.retryHorizon()),
                base,
                tiers,
                accounts,
                stepUp(document.stepUp()),
                lookUps(document.lookUps()),
                guard(document.guard()));
    }

    /** How long the account's spending must be remembered for every rule of every book; the calendar day is always one. */
    private static Duration longest(Stream<RuleBook> books, PolicyDocument document) {
        return Stream.concat(
                        Stream.of(new SpendWindow.CalendarDay(document.zone()).longest()),
                        books.flatMap(each -> each.rules().stream()).map(PolicyYaml::lookback))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration lookback(Rule rule) {
        if (rule instanceof SpendCapRule cap) {
            return cap.window().longest();
        }
        if (rule instanceof CountCapRule count) {
            return count.window().longest();
        }
        if (rule instanceof LimitHuggingRule hugging) {
            return hugging.window().longest();
        }
        return rule instanceof CustomRule custom ? custom.condition().lookback() : Duration.ZERO;
    }

    private static StepUp stepUp(@Nullable Confirming own) {
        Confirming said = Overlay.over(Confirming.class, new Confirming(ANSWER_WITHIN, USE_WITHIN), own);
        return new StepUp(orElse(said.answerWithin(), ANSWER_WITHIN), orElse(said.useWithin(), USE_WITHIN));
    }

    private static LookUpRules lookUps(@Nullable LookingUp own) {
        LookUpRules usual = LookUpRules.DEFAULT;
        LookingUp said =
                Overlay.over(LookingUp.class, new LookingUp(usual.margin(), usual.answers(), usual.apart()), own);
        return new LookUpRules(
                orElse(said.margin(), usual.margin()),
                said.answers() == null ? usual.answers() : said.answers(),
                orElse(said.apart(), usual.apart()));
    }

    private static @Nullable Guard guard(@Nullable Alarm own) {
        if (own == null) {
            return null;
        }
        Alarm said = Overlay.over(Alarm.class, ALARM, own);
        if (said.share() == null || said.atLeast() == null || said.window() == null) {
            throw new IllegalStateException("the defaults fill every field");
        }
        return new Guard(said.share().doubleValue(), said.atLeast(), said.window());
    }

    private static Duration orElse(@Nullable Duration value, Duration otherwise) {
        return value == null ? otherwise : value;
    }
}
