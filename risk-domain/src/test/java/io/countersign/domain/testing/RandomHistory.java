package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Confirmation;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What may happen to Alice in some weeks around a change of clocks, from one seed. The real decider decides. */
public final class RandomHistory {

    private static final Instant BEFORE_THE_DAY_OF_25_HOURS = Instant.parse("2026-10-23T12:00:00Z");
    private static final Instant BEFORE_THE_DAY_OF_23_HOURS = Instant.parse("2026-03-27T12:00:00Z");
    private static final List<OutcomeClass> OUTCOMES = List.of(OutcomeClass.values());
    private static final List<Authority> AUTHORITIES = List.of(Authority.values());
    private static final List<FreezeScope> SCOPES = List.of(
            new FreezeScope.Everything(),
            new FreezeScope.Everything(),
            new FreezeScope.OfEndpoints(EndpointClass.FUND_MOVING),
            new FreezeScope.OfEndpoints(EndpointClass.READING),
            new FreezeScope.OfAsset(Samples.USDT),
            new FreezeScope.OfAsset(Samples.BTC));
    private static final int COMMANDS = 140;

    private final List<AccountEvent> journal = new ArrayList<>();
    private final List<Account> states = new ArrayList<>();
    private final List<Freeze> house = new ArrayList<>();
    private final Random random;
    private final RandomRequests requests;
    private Instant now;
    private Policies policies;
    private long controls;

    private RandomHistory(long seed) {
        random = new Random(seed);
        requests = new RandomRequests(random);
        now = random.nextBoolean() ? BEFORE_THE_DAY_OF_25_HOURS : BEFORE_THE_DAY_OF_23_HOURS;
        policies = published();
        states.add(Account.empty(Samples.ALICE));
    }

    /** The history of {@code seed}. */
    public static RandomHistory of(long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.take(Samples.control(new ControlChange.BindConnection(Samples.PHONE, null), history.now));
        history.take(Samples.control(new ControlChange.AddAddress(Samples.HOME), history.now));
        history.take(Samples.control(new ControlChange.AddAddress(Samples.OFFICE), history.now));
        for (int i = 0; i < COMMANDS; i++) {
            history.pass();
            history.take(history.command());
        }
        return history;
    }

    /** Every event, in order. */
    public List<AccountEvent> journal() {
        return journal;
    }

    /** The account before any event, and after each. */
    public List<Account> states() {
        return states;
    }

    private void take(AccountCommand command) {
        Account account = states.getLast();
        for (AccountEvent event : AccountDecider.decide(command, account, policies)) {
            account = account.evolve(event);
            journal.add(event);
            states.add(account);
        }
    }

    /** Mostly a little time; sometimes exactly to midnight, a day, or as long as is remembered; the log may step back. */
    private void pass() {
        policies = random.nextInt(40) == 0 ? published() : policies;
        now = switch (random.nextInt(14)) {
            case 0, 1 -> now;
            case 2 -> SamplePolicy.DAY.leaves(now);
            case 3 -> SamplePolicy.DAY.leaves(now).minusMillis(1);
            case 4 -> now.plus(Duration.ofHours(24));
            case 5 -> now.minusMillis(random.nextInt(5_000));
            case 6 -> now.plus(random.nextInt(20) == 0 ? Bounds.KEPT.spending() : Duration.ofMinutes(5));
            case 7, 8, 9 -> now.plusSeconds(random.nextInt(240));
            default -> now.plus(random.nextInt(4 * 3600 * 1000), ChronoUnit.MILLIS);
        };
    }

    private AccountCommand command() {
        Account account = states.getLast();
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> evaluate(requests.withdrawal(now));
            case 5, 6 -> evaluate(requests.again(account, now));
            case 7, 8, 9 -> confirm(account);
            case 10, 11 -> Samples.outcome(Math.max(0, requests.recent()), any(OUTCOMES), now);
            case 12 -> evaluate(requests.balances(now));
            default -> control(any(AUTHORITIES), change(account));
        };
    }

    private AccountCommand evaluate(RequestSample request) {
        if (random.nextInt(20) == 0) {
            house.add(new Freeze(nextControl(), any(SCOPES), "an incident", "officer", now, soon()));
        }
        return new AccountCommand.EvaluateRequest(request.facts(), new Circumstances(0, house), now);
    }

    private AccountCommand confirm(Account account) {
        List<Confirmation> asked =
                List.copyOf(account.confirmations().byIntent().values());
        ConfirmationId question = asked.isEmpty()
                ? ConfirmationId.raisedBy(Samples.requestId(0))
                : any(asked).id();
        return control(any(AUTHORITIES), new ControlChange.ConfirmIntent(question));
    }

    /** Whoever asks is called what they are: owner, owner_with_second_factor, officer-0 or officer-1. */
    private AccountCommand control(Authority authority, ControlChange change) {
        boolean officer = authority == Authority.OFFICER;
        String who = officer ? "officer-" + random.nextInt(2) : authority.name().toLowerCase(Locale.ROOT);
        return Samples.control(++controls, who, authority, change, now);
    }

    private ControlChange change(Account account) {
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                new ControlChange.FreezeAccount(any(SCOPES), "a doubt", random.nextInt(4) == 0 ? null : soon());
            case 2, 3, 4 ->
                new ControlChange.UnfreezeAccount(one(account.standing().freezes()), "no doubt");
            case 5 -> new ControlChange.RemoveAddress(Samples.HOME);
            case 6, 7 -> new ControlChange.AddAddress(Samples.HOME);
            case 8 -> new ControlChange.UnbindConnection(Samples.PHONE);
            case 9 -> new ControlChange.RemoveAddress(Samples.OFFICE);
            case 10 -> new ControlChange.AddAddress(Samples.OFFICE);
            default -> new ControlChange.BindConnection(Samples.PHONE, null);
        };
    }

    /** One of the freezes, or all. */
    private @Nullable ControlId one(Map<ControlId, Freeze> freezes) {
        return freezes.isEmpty() || random.nextBoolean() ? null : any(List.copyOf(freezes.keySet()));
    }

    private ControlId nextControl() {
        return Samples.controlId(++controls);
    }

    private Instant soon() {
        return now.plusSeconds(random.nextInt(3 * 3600));
    }

    /** One of the histories' policies, and another one in shadow, or none. */
    private Policies published() {
        Policy live = policy(any(Bounds.ALL));
        Policy other = policy(any(Bounds.ALL));
        return live.version() == other.version() ? Policies.only(live) : new Policies(live, other);
    }

    private static Policy policy(Bounds bounds) {
        return Objects.requireNonNull(SamplePolicy.published().get(bounds.version()));
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
