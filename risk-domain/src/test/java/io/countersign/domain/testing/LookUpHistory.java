package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Withdrawals of Alice's that Binance executes or not, and that the relay often cannot tell of; and somebody who signs look-ups to have
 * the executed ones given back: with other API keys, about times that leave something out, too early, again and again, with order ids
 * used twice, and with withdrawals beside ours that have our order id. From one seed.
 */
public final class LookUpHistory {

    /** Another API key of Alice's, of another user at Binance. */
    private static final ConnectionId TABLET = new ConnectionId("22222222222222222222222222222222");

    private static final Policy POLICY = SamplePolicy.version(1);
    private static final LookUpRules RULES = POLICY.lookUps();
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int STEPS = 120;
    private static final List<Integer> MOVING = List.of(0, 2, 4, 6);
    private static final List<Integer> FAILED = List.of(1, 3, 5);

    private final Random random;
    private final List<AccountEvent> journal = new ArrayList<>();
    private final List<Account> states = new ArrayList<>();
    private final List<Row> binance = new ArrayList<>();
    private final Map<RequestId, Truth> truths = new HashMap<>();
    private final List<RequestSample> asked = new ArrayList<>();
    private Instant now = Samples.NOON;
    private long requests;

    /** What Binance really did. */
    public enum Truth {
        MOVED,
        FAILED,
        NEVER
    }

    private record Row(ConnectionId user, String orderId, Instant visibleFrom, FoundWithdrawal found) {}

    private LookUpHistory(long seed) {
        random = new Random(seed);
        Account alice = Samples.alice();
        states.add(
                new Account(alice.id(), alice.standing(), alice.activity(), alice.confirmations(), alice.policies()));
    }

    /** The history of {@code seed}. */
    public static LookUpHistory of(long seed) {
        LookUpHistory history = new LookUpHistory(seed);
        history.take(Samples.control(new ControlChange.BindConnection(TABLET, null), history.now));
        for (int i = 0; i < STEPS; i++) {
            history.now = history.now.plusMillis(history.random.nextInt(history.random.nextBoolean() ? 3_000 : 40_000));
            history.step();
        }
        return history;
    }

    public List<AccountEvent> journal() {
        return journal;
    }

    public List<Account> states() {
        return states;
    }

    /** What became of each withdrawal at Binance. */
    public Map<RequestId, Truth> truths() {
        return truths;
    }

    private void step() {
        int dice = random.nextInt(10);
        if (asked.isEmpty() || dice == 0) {
            withdraw();
        } else if (dice == 1) {
            RequestSample old = any(asked);
            tell(old, truths.getOrDefault(old.id(), Truth.NEVER));
        } else if (dice == 2) {
            beside(any(asked));
        } else {
            lookUp(any(asked));
        }
    }

    private void withdraw() {
        long n = ++requests;
        boolean reuse = !asked.isEmpty() && random.nextInt(4) == 0;
        RequestSample fresh = Samples.withdrawal(n, "1." + (1 + random.nextInt(2)))
                .by(random.nextInt(3) == 0 ? TABLET : Samples.PHONE)
                .until(now.plus(LIFE));
        Transfer transfer = transfer(fresh);
        RequestSample request = reuse
                ? fresh.moving(new Transfer(
                        transfer.amount(),
                        transfer.destination(),
                        transfer(any(asked)).orderId()))
                : fresh;
        take(Samples.evaluate(request.readAt(now), now));
        Truth truth = any(List.of(Truth.values()));
        truths.put(request.id(), truth);
        asked.add(request);
        if (truth != Truth.NEVER) {
            Instant executed = now.plusMillis(random.nextInt((int) LIFE.toMillis() + 10_000));
            long late = Duration.between(executed, now.plus(LIFE).plus(RULES.margin()))
                    .toMillis();
            list(request, truth == Truth.MOVED ? MOVING : FAILED, executed, executed.plusMillis(random.nextInt((int)
                    late)));
        }
        if (random.nextInt(4) != 0) {
            tell(request, truth);
        }
    }

    /** Nothing untrue, but often nothing certain. */
    private void tell(RequestSample request, Truth truth) {
        OutcomeClass certain =
                truth == Truth.NEVER ? any(List.of(OutcomeClass.REFUSED, OutcomeClass.EXPIRED)) : OutcomeClass.DONE;
        long n = Long.parseLong(request.id().value(), 16);
        take(Samples.outcome(n, random.nextInt(5) == 0 ? certain : OutcomeClass.UNKNOWN, now));
    }

    /** Made elsewhere, with the same order id, of the same user or another. */
    private void beside(RequestSample request) {
        list(
                request.by(random.nextBoolean() ? TABLET : request.connection()),
                random.nextBoolean() ? MOVING : FAILED,
                now,
                now);
    }

    private void list(RequestSample request, List<Integer> states, Instant appliedAt, Instant visibleFrom) {
        Transfer transfer = transfer(request);
        Destination destination = transfer.destination() == null ? Samples.HOME : transfer.destination();
        binance.add(new Row(
                request.connection(),
                orderId(request),
                visibleFrom,
                LookUpSample.found(any(states), transfer.amount().plain(), destination, appliedAt)));
    }

    private void lookUp(RequestSample about) {
        ConnectionId by = random.nextInt(4) == 0 ? TABLET : about.connection();
        RequestSample asking = RequestSample.balances(++requests).by(by).until(now.plus(LIFE));
        take(Samples.evaluate(asking, now));
        Instant from = now.minus(random.nextInt(4) == 0 ? Duration.ofSeconds(random.nextInt(200)) : Duration.ofDays(6));
        Instant until =
                random.nextInt(3) == 0 ? from.plusSeconds(random.nextInt(7_000)) : now.plusSeconds(random.nextInt(100));
        FoundWithdrawal[] found = binance.stream()
                .filter(row -> row.user().equals(by) && row.orderId().equals(orderId(about)))
                .filter(row -> !row.visibleFrom().isAfter(now))
                .map(Row::found)
                .filter(row ->
                        !row.appliedAt().isBefore(from) && !row.appliedAt().isAfter(until))
                .limit(5)
                .toArray(FoundWithdrawal[]::new);
        LookUpSample answer = LookUpSample.empty(now)
                .by(by)
                .about(orderId(about))
                .between(from, until)
                .finding(found);
        take(answer.answering(requests));
    }

    private void take(AccountCommand command) {
        Account account = states.getLast();
        for (AccountEvent event : AccountDecider.decide(command, account, Policies.only(POLICY))) {
            account = account.evolve(event);
            journal.add(event);
            states.add(account);
        }
    }

    private static Transfer transfer(RequestSample request) {
        Transfer transfer = request.transfer();
        if (transfer == null) {
            throw new IllegalStateException("a withdrawal has a transfer");
        }
        return transfer;
    }

    private static String orderId(RequestSample request) {
        return String.valueOf(transfer(request).orderId());
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
