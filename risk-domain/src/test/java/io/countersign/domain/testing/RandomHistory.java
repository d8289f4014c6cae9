package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What may happen to Alice in some days around a change of clocks, from one seed. The real decider decides. */
public final class RandomHistory {

    private static final Instant BEFORE_THE_DAY_OF_25_HOURS = Instant.parse("2026-10-23T12:00:00Z");
    private static final Instant BEFORE_THE_DAY_OF_23_HOURS = Instant.parse("2026-03-27T12:00:00Z");
    private static final List<OutcomeClass> OUTCOMES = List.of(OutcomeClass.values());
    private static final int COMMANDS = 80;

    private final List<AccountEvent> journal = new ArrayList<>();
    private final List<Account> states = new ArrayList<>();
    private final Map<RequestId, Instant> deadlines = new HashMap<>();
    private final Random random;
    private Instant now;
    private long requests;

    private RandomHistory(long seed) {
        random = new Random(seed);
        now = random.nextBoolean() ? BEFORE_THE_DAY_OF_25_HOURS : BEFORE_THE_DAY_OF_23_HOURS;
        states.add(Account.empty(Samples.ALICE));
    }

    /** The history of {@code seed}. */
    public static RandomHistory of(long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.take(Samples.control(new ControlChange.BindConnection(Samples.PHONE), history.now));
        history.take(Samples.control(new ControlChange.AddAddress(Samples.HOME), history.now));
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
        for (AccountEvent event : AccountDecider.decide(command, account, SamplePolicy.version(1))) {
            account = account.evolve(event);
            journal.add(event);
            states.add(account);
        }
    }

    /** Mostly a little time; sometimes exactly to midnight, a day, or as long as is remembered; the log may step back. */
    private void pass() {
        now = switch (random.nextInt(12)) {
            case 0 -> now;
            case 1 -> SamplePolicy.DAY.leaves(now);
            case 2 -> SamplePolicy.DAY.leaves(now).minusMillis(1);
            case 3 -> now.plus(Duration.ofHours(24));
            case 4 -> now.minusMillis(random.nextInt(5_000));
            case 5 -> now.plus(random.nextInt(20) == 0 ? SamplePolicy.MEMORY : Duration.ZERO);
            default -> now.plus(random.nextInt(4 * 3600 * 1000), ChronoUnit.MILLIS);
        };
    }

    private AccountCommand command() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> Samples.evaluate(request(), now);
            case 5, 6, 7 -> Samples.outcome(random.nextLong(requests + 1), outcome(), now);
            case 8 -> Samples.evaluate(signed(RequestSample.balances(id())), now);
            default -> Samples.control(change(), now);
        };
    }

    private OutcomeClass outcome() {
        return OUTCOMES.get(random.nextInt(OUTCOMES.size()));
    }

    private RequestSample request() {
        Destination destination = random.nextInt(12) == 0 ? Samples.STRANGER : Samples.HOME;
        ConnectionId connection = random.nextInt(12) == 0 ? Samples.STOLEN : Samples.PHONE;
        if (random.nextInt(8) == 0) {
            // 25 to 100 USDT and a fraction of a unit that is rounded up.
            Amount btc = Amount.of("0.00" + (1 + random.nextInt(4)), Samples.BTC);
            return signed(Samples.withdrawal(id(), "1"))
                    .moving(new Transfer(btc, destination, null))
                    .pricedAt(RequestSample.price(Samples.BTC, "25000.0000001" + random.nextInt(9), now))
                    .by(connection);
        }
        String amount = 25 * (1 + random.nextInt(4)) + (random.nextInt(6) == 0 ? ".00000001" : "");
        return signed(Samples.withdrawal(id(), amount)).to(destination).by(connection);
    }

    /** A signature lives a minute; a repeat carries the first one's. */
    private RequestSample signed(RequestSample request) {
        return request.readAt(now).until(deadlines.computeIfAbsent(request.id(), id -> now.plusSeconds(60)));
    }

    /** A new one, or a repeat. */
    private long id() {
        return random.nextInt(8) == 0 ? random.nextLong(requests + 1) : ++requests;
    }

    private ControlChange change() {
        return switch (random.nextInt(8)) {
            case 0 -> new ControlChange.FreezeAccount("a doubt");
            case 1, 2 -> new ControlChange.UnfreezeAccount("no doubt");
            case 3 -> new ControlChange.RemoveAddress(Samples.HOME);
            case 4, 5 -> new ControlChange.AddAddress(Samples.HOME);
            case 6 -> new ControlChange.UnbindConnection(Samples.PHONE);
            default -> new ControlChange.BindConnection(Samples.PHONE);
        };
    }
}
