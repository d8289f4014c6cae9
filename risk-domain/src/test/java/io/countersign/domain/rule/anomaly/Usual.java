package io.countersign.domain.rule.anomaly;

import static io.countersign.domain.testing.Samples.HOME;
import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.USDT;
import static io.countersign.domain.testing.Samples.aliceHavingReserved;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Activity;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.behaviour.Estimate;
import io.countersign.domain.behaviour.Hours;
import io.countersign.domain.rule.RuleInput;
import io.countersign.domain.testing.RequestSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/** Alice as she has been: forty transfers of 100 USDT, give or take a factor of e, an hour apart, to her home. */
final class Usual {

    static final long TRANSFERS = 40;

    /** Since when her home is known. */
    static final Instant LONG_AGO = NOON.minus(Duration.ofDays(100));

    private Usual() {}

    /** With spreads of exactly one. */
    static Baseline baseline(long transfers) {
        return new Baseline(
                transfers,
                NOON,
                USDT,
                new Estimate(transfers, StrictMath.log(101), 1),
                new Estimate(transfers, StrictMath.log(3601), 1),
                new Hours(Collections.nCopies(24, 1000)),
                0,
                null,
                Map.of(HOME, LONG_AGO));
    }

    static Account account(Baseline baseline, Reservation... reservations) {
        Account alice = aliceHavingReserved(reservations);
        Activity activity = new Activity(Map.of(), alice.activity().exposure(), Map.of(), baseline);
        return new Account(alice.id(), alice.standing(), activity, alice.confirmations(), alice.policies());
    }

    static RuleInput input(RequestSample request, Account account, Instant now) {
        return new RuleInput(request.facts(), account, Circumstances.NONE, now);
    }
}
