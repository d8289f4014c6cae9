package io.countersign.domain.testing;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Activity;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Connection;
import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.Standing;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one cast: Alice, her phone, her addresses at home and at the office, and a stranger's. */
public final class Samples {

    public static final AccountId ALICE = new AccountId("alice");
    public static final ConnectionId PHONE = new ConnectionId("11111111111111111111111111111111");
    public static final ConnectionId STOLEN = new ConnectionId("66666666666666666666666666666666");
    public static final Destination HOME = new Destination("ETH", "0xa11ce", null);
    public static final Destination OFFICE = new Destination("ETH", "0x0ff1ce", null);
    public static final Destination STRANGER = new Destination("ETH", "0x5742", null);
    public static final Endpoint WITHDRAW = Endpoint.parse("POST /sapi/v1/capital/withdraw/apply");
    public static final Endpoint BALANCES = Endpoint.parse("POST /sapi/v3/asset/getUserAsset");
    public static final Asset USDT = new Asset("USDT");
    public static final Asset BTC = new Asset("BTC");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Account NOTHING = Account.empty(ALICE);
    private static final Standing STANDING =
            new Standing(Map.of(HOME, NOON), Map.of(PHONE, new Connection(NOON, null)), null, Map.of(), null);

    private Samples() {}

    public static Amount usdt(String value) {
        return Amount.of(value, USDT);
    }

    public static RequestId requestId(long n) {
        return new RequestId("%032x".formatted(n));
    }

    public static ControlId controlId(long n) {
        return new ControlId("%032x".formatted(n));
    }

    /** What the n-th request asks for: each something else. */
    public static IntentDigest intent(long n) {
        return new IntentDigest("%064x".formatted(n));
    }

    /** The n-th request: Alice withdraws so much USDT to her address at home. */
    public static RequestSample withdrawal(long n, String amount) {
        return RequestSample.withdrawal(n, amount);
    }

    public static AccountCommand.EvaluateRequest evaluate(RequestSample request, Instant at) {
        return new AccountCommand.EvaluateRequest(request.facts(), Circumstances.NONE, at);
    }

    public static AccountCommand.RecordOutcome outcome(long n, OutcomeClass outcome, Instant at) {
        return new AccountCommand.RecordOutcome(
                new Outcome(requestId(n), outcome, 200, null, "as Binance answered", at), at);
    }

    /** The owner's own wish, without a second factor. */
    public static AccountCommand.ApplyControl control(ControlChange change, Instant at) {
        return control(1, "alice's owner", Authority.OWNER, change, at);
    }

    /** The n-th control, by {@code who}. */
    public static AccountCommand.ApplyControl control(
            long n, String who, Authority authority, ControlChange change, Instant at) {
        return new AccountCommand.ApplyControl(new Control(controlId(n), ALICE, who, authority, change), at);
    }

    /** Alice's account with her phone bound and her home on the address book. */
    public static Account alice() {
        return aliceHavingReserved();
    }

    /** The same with these reservations, open since their instants. */
    public static Account aliceHavingReserved(Reservation... reservations) {
        Map<RequestId, Reservation> byRequest = new LinkedHashMap<>();
        for (Reservation reservation : reservations) {
            byRequest.put(requestId(1_000_000L + byRequest.size()), reservation);
        }
        Activity activity = new Activity(Map.of(), new Exposure(byRequest), Map.of(), Baseline.NONE);
        return new Account(ALICE, STANDING, activity, NOTHING.confirmations(), NOTHING.policies());
    }

    /** Headroom taken at {@code since} by a withdrawal of so much USDT to Alice's address at home. */
    public static Reservation.Open reserved(String value, Instant since) {
        return new Reservation.Open(usdt(value), USDT, HOME, since);
    }

    /** What becomes of {@code account} by the commands, one after the other, under {@code policy}. */
    public static Account after(Account account, Policy policy, AccountCommand... commands) {
        Account now = account;
        for (AccountCommand command : commands) {
            now = evolve(now, AccountDecider.decide(command, now, Policies.only(policy)));
        }
        return now;
    }

    public static Account evolve(Account account, List<AccountEvent> events) {
        Account now = account;
        for (AccountEvent event : events) {
            now = now.evolve(event);
        }
        return now;
    }

    /** The event of a decision that nothing was found on. */
    public static AccountEvent.RequestDecided decided(long n, DecisionStatus status, Instant at) {
        Instant forgetBefore = at.minus(SamplePolicy.MEMORY);
        return new AccountEvent.RequestDecided(
                withdrawal(n, "1").facts(),
                Circumstances.NONE,
                status,
                List.of(),
                1,
                null,
                forgetBefore,
                forgetBefore,
                at);
    }
}
