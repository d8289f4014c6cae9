package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.AnomalyThresholds;
import io.countersign.domain.policy.Guard;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Memory;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.policy.RuleBook;
import io.countersign.domain.policy.StepUp;
import io.countersign.domain.rule.AddressBookRule;
import io.countersign.domain.rule.ConnectionBoundRule;
import io.countersign.domain.rule.CountCapRule;
import io.countersign.domain.rule.DeadlineRule;
import io.countersign.domain.rule.EndpointAllowedRule;
import io.countersign.domain.rule.FreezeRule;
import io.countersign.domain.rule.OrderIdRule;
import io.countersign.domain.rule.PerTransactionCapRule;
import io.countersign.domain.rule.PriceFreshRule;
import io.countersign.domain.rule.Reach;
import io.countersign.domain.rule.Rule;
import io.countersign.domain.rule.SpendCapRule;
import io.countersign.domain.rule.TierKnownRule;
import io.countersign.domain.rule.TransferUnderstoodRule;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.testing.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyYamlTest {

    private static final String SAMPLE = Resources.text("/policy/sample.yaml");
    private static final String FULL = Resources.text("/policy/full.yaml");
    private static final Reach ALL = new Reach.All();

    @Test
    void theLeastDocumentBecomesItsRules() {
        Policy policy = PolicyYaml.parse(7, SAMPLE);

        assertThat(policy.version()).isEqualTo(7);
        assertThat(policy.quote()).isEqualTo(Samples.USDT);
        assertThat(policy.memory()).isEqualTo(new Memory(Duration.ofHours(27), Duration.ofHours(1)));
        assertThat(policy.base())
                .isEqualTo(new RuleBook(
                        List.of(
                                new EndpointAllowedRule(Set.of(Samples.WITHDRAW, Samples.BALANCES)),
                                new DeadlineRule(),
                                new ConnectionBoundRule(),
                                new FreezeRule(),
                                new TierKnownRule(Set.of()),
                                new TransferUnderstoodRule(),
                                new AddressBookRule(Duration.ZERO),
                                new PriceFreshRule(Samples.USDT, Duration.ofSeconds(60)),
                                new PerTransactionCapRule(Samples.usdt("100")),
                                cap("daily-cap", "250.5", SamplePolicy.DAY, ALL),
                                cap("rolling-24h-cap", "300", hours(24), ALL)),
                        null));
        assertThat(policy.tiers()).isEmpty();
        assertThat(policy.accounts()).isEmpty();
        assertThat(policy.stepUp()).isEqualTo(new StepUp(Duration.ofMinutes(15), Duration.ofMinutes(10)));
        assertThat(policy.lookUps()).isEqualTo(new LookUpRules(Duration.ofSeconds(60), 3, Duration.ofSeconds(30)));
        assertThat(policy.guard()).isNull();
    }

    @Test
    void everyLimitBecomesARule() {
        Reach btc = new Reach.OfAsset(Samples.BTC);
        Reach address = new Reach.PerAddress();
        List<Rule> rules = full().base().rules();

        assertThat(rules.subList(9, 27))
                .containsExactly(
                        new PerTransactionCapRule(Samples.usdt("2000")),
                        cap("daily-cap", "5000", SamplePolicy.DAY, ALL),
                        cap("rolling-24h-cap", "5001", hours(24), ALL),
                        cap("rolling-7d-cap", "20000", days(7), ALL),
                        cap("rolling-30d-cap", "50000", days(30), ALL),
                        new CountCapRule(new RuleId("rolling-1h-count"), 10, hours(1)),
                        new CountCapRule(new RuleId("daily-count"), 40, SamplePolicy.DAY),
                        new CountCapRule(new RuleId("rolling-24h-count"), 41, hours(24)),
                        new CountCapRule(new RuleId("rolling-7d-count"), 100, days(7)),
                        new CountCapRule(new RuleId("rolling-30d-count"), 300, days(30)),
                        cap("asset-btc-daily-cap", "3000", SamplePolicy.DAY, btc),
                        cap("asset-btc-rolling-24h-cap", "3001", hours(24), btc),
                        cap("asset-btc-rolling-7d-cap", "9000", days(7), btc),
                        cap("asset-btc-rolling-30d-cap", "20000", days(30), btc),
                        cap("address-daily-cap", "1000", SamplePolicy.DAY, address),
                        cap("address-rolling-24h-cap", "1001", hours(24), address),
                        cap("address-rolling-7d-cap", "4000", days(7), address),
                        cap("address-rolling-30d-cap", "9000", days(30), address));
    }

    @Test
    void theOtherFieldsHaveTheirMeaning() {
        Policy policy = full();

        assertThat(policy.stepUp()).isEqualTo(new StepUp(Duration.ofMinutes(16), Duration.ofMinutes(11)));
        assertThat(policy.lookUps()).isEqualTo(new LookUpRules(Duration.ofSeconds(90), 4, Duration.ofSeconds(45)));
        assertThat(policy.guard()).isEqualTo(new Guard(0.4, 60, Duration.ofHours(2)));
        assertThat(policy.base().anomalies()).isEqualTo(new AnomalyThresholds(70, 110));
        assertThat(policy.base().rules())
                .contains(new AddressBookRule(Duration.ofHours(24)), new TierKnownRule(Set.of("gold")));
    }

    @Test
    void guardAndStepUpHaveDefaults() {
        Policy policy = PolicyYaml.parse(1, SAMPLE + "guard: {}\nstepUp: {useWithin: PT1M}\n");

        assertThat(policy.guard()).isEqualTo(new Guard(0.5, 50, Duration.ofHours(1)));
        assertThat(policy.stepUp()).isEqualTo(new StepUp(Duration.ofMinutes(15), Duration.ofMinutes(1)));
    }

    @Test
    void aTierSaysOnlyWhatDiffers() {
        Policy policy = full();
        List<Rule> gold = gold(policy).rules();

        assertThat(policy.tiers()).containsOnlyKeys("gold");
        assertThat(gold(policy).anomalies()).isEqualTo(new AnomalyThresholds(80, 110));
        assertThat(gold)
                .contains(
                        new AddressBookRule(Duration.ofHours(1)),
                        new PerTransactionCapRule(Samples.usdt("9000")),
                        cap("daily-cap", "5000", SamplePolicy.DAY, ALL),
                        cap("asset-btc-rolling-7d-cap", "9500", days(7), new Reach.OfAsset(Samples.BTC)),
                        cap("asset-btc-daily-cap", "3000", SamplePolicy.DAY, new Reach.OfAsset(Samples.BTC)),
                        cap("asset-eth-daily-cap", "7", SamplePolicy.DAY, new Reach.OfAsset(new Asset("ETH"))));
        assertThat(gold.getLast()).isEqualTo(policy.base().rules().getLast());
    }

    @Test
    void anAccountSaysOnlyWhatDiffersFromTheBase() {
        Map<AccountId, RuleBook> accounts = full().accounts();

        assertThat(accounts).containsOnlyKeys(new AccountId("acct.7"));
        assertThat(Objects.requireNonNull(accounts.get(new AccountId("acct.7"))).rules())
                .contains(
                        new AddressBookRule(Duration.ofHours(24)),
                        new PerTransactionCapRule(Samples.usdt("2000")),
                        cap("rolling-30d-cap", "60000", days(30), ALL));
    }

    @Test
    void theLongestWindowOfAnyBookIsRemembered() {
        assertThat(full().memory().spending()).isEqualTo(Duration.ofDays(40));
        assertThat(spending("limits: {rolling7d: 1}")).isEqualTo(Duration.ofDays(7));
        assertThat(spending("limits: {transfers: {rolling30d: 1}}")).isEqualTo(Duration.ofDays(30));
        assertThat(spending("limits: {addresses: {rolling24h: 1}}")).isEqualTo(Duration.ofHours(27));
        assertThat(spending("anomalies: {rules: {limit-hugging: {window: P3D}}}"))
                .isEqualTo(Duration.ofDays(3));
        String custom = "custom: [{id: a, when: spent.last30d > 1, then: REJECT, sentence: never}]\n";
        assertThat(PolicyYaml.parse(1, SAMPLE + custom).memory().spending()).isEqualTo(Duration.ofDays(30));
    }

    private static Duration spending(String ofTier) {
        String tier = "tiers: {gold: {" + ofTier + "}}\n";
        return PolicyYaml.parse(1, SAMPLE + tier).memory().spending();
    }

    @Test
    void theOrderIdIsAskedForWhenItIsNotDisabled() {
        assertThat(PolicyYaml.parse(1, SAMPLE).base().rules()).doesNotContain(new OrderIdRule());
        assertThat(PolicyYaml.parse(1, SAMPLE + "disabled: [order-id]\n").base().rules())
                .doesNotContain(new OrderIdRule());
        assertThat(PolicyYaml.parse(1, SAMPLE + "disabled: []\n").base().rules())
                .contains(new OrderIdRule());
    }

    @Test
    void theSameTextIsTheSamePolicy() {
        assertThat(PolicyYaml.parse(7, FULL)).isEqualTo(PolicyYaml.parse(7, FULL));
    }

    @Test
    void idsAreUniqueInEveryBook() {
        assertThat(full().base().rules()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(gold(full()).rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    private static RuleBook gold(Policy policy) {
        return Objects.requireNonNull(policy.tiers().get("gold"));
    }

    private static Policy full() {
        return PolicyYaml.parse(7, FULL);
    }

    private static SpendCapRule cap(String id, String cap, SpendWindow window, Reach reach) {
        return new SpendCapRule(new RuleId(id), Samples.usdt(cap), window, reach);
    }

    private static SpendWindow hours(long hours) {
        return new SpendWindow.Rolling(Duration.ofHours(hours));
    }

    private static SpendWindow days(long days) {
        return new SpendWindow.Rolling(Duration.ofDays(days));
    }

    @Test
    void aDocumentIsBounded() {
        String longest = SAMPLE + "#".repeat(64 * 1024 - SAMPLE.length());

        assertThat(PolicyYaml.parse(1, longest).version()).isEqualTo(1);
        assertThatThrownBy(() -> PolicyYaml.parse(1, longest + "#"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("more than 65536 characters");
    }
}
