package io.countersign.wire.policy.custom;

import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.SpendWindow;
import io.countersign.domain.behaviour.Baseline;
import io.countersign.domain.money.Amount;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.domain.rule.RuleInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request, as the facts of a condition are taken from it. */
record Situation(RuleInput input, Terms terms) {

    private static final double MILLIS_OF_AN_HOUR = 3_600_000;

    Transfer transfer() {
        return known(input.request().transfer(), "the request has no transfer");
    }

    @Nullable
    Destination destination() {
        return transfer().destination();
    }

    double worth() {
        Amount worth = input.worthIn(terms.quote());
        return number(known(worth, "the worth of the transfer is not known"));
    }

    double spentToday() {
        return spent(new SpendWindow.CalendarDay(terms.zone()));
    }

    double spent(SpendWindow window) {
        Amount spent = exposure().sum(Amount.zero(terms.quote()), window, input.now(), each -> true);
        return number(known(spent, "what was spent is counted in another currency than " + terms.quote()));
    }

    long transfers(SpendWindow window) {
        return exposure().count(window, input.now(), each -> true);
    }

    Baseline usual() {
        return input.account().activity().baseline();
    }

    double daysSinceLastTransfer() {
        return hoursSince(known(usual().lastAt(), "the account has sent nothing yet")) / 24;
    }

    double connectionAge() {
        return hoursSince(known(
                        input.account()
                                .standing()
                                .connections()
                                .get(input.request().connection()),
                        "the API key is not bound to the account")
                .boundAt());
    }

    double addressAge() {
        Destination destination = known(destination(), "the transfer has no destination");
        Instant addedAt = input.account().standing().addressBook().get(destination);
        return hoursSince(known(addedAt, "the destination is not on the address book"));
    }

    /** The nearest binary number: two different numbers keep their order, or become the same one after 15 digits. */
    static double number(Amount amount) {
        return amount.value().doubleValue();
    }

    private Exposure exposure() {
        return input.account().activity().exposure();
    }

    private double hoursSince(Instant at) {
        return Duration.between(at, input.now()).toMillis() / MILLIS_OF_AN_HOUR;
    }

    private static <T> T known(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new NotKnownException(otherwise);
        }
        return value;
    }
}
