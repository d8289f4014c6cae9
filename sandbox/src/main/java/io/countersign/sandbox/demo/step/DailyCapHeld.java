package io.countersign.sandbox.demo.step;

import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import java.math.BigDecimal;

/** Withdrawals are approved up to the day's cap to the last unit, and the next one hears what is left. */
public record DailyCapHeld() implements Step {
    @Override
    public String sentence() {
        return "Withdraw up to the daily cap, more than is left, all that is left, and once more";
    }

    @Override
    public String expected() {
        return "approved to the last unit; what is more is rejected with what is left";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.open("daily-cap", KeyType.HMAC);
        Amount left = world.caps().small();
        int approved = withdrawAllBut(left, world, account);
        Answer tooMuch = account.withdraw(account.order(left.plus(left)));
        Answer rest = account.withdraw(account.order(left));
        Answer more = account.withdraw(account.order(left));
        BigDecimal moved = moved(world, account);

        Seen first = rejected(tooMuch, left);
        Seen second = rejected(more, Amount.zero(left.asset()));
        return new Checks()
                .saw("%d approved; %s".formatted(approved, first.words()), approved > 0 && first.asExpected())
                .saw("%s approved".formatted(left), rest.isOk())
                .saw("then: " + second.words(), second.asExpected())
                .saw(
                        "moved %s of %s"
                                .formatted(moved.toPlainString(), world.caps().perDay()),
                        moved.compareTo(world.caps().perDay().value()) == 0)
                .seen();
    }

    /** In the largest amounts that the cap for one withdrawal allows; 0 if one was refused. */
    private static int withdrawAllBut(Amount left, DemoWorld world, DemoAccount account) {
        Amount open = world.caps().perDay().minusDownToZero(left);
        int approved = 0;
        while (open.value().signum() > 0) {
            BigDecimal next = open.value().min(world.caps().perTransaction().value());
            Amount amount = new Amount(next, open.asset());
            if (!account.withdraw(account.order(amount)).isOk()) {
                return 0;
            }
            open = open.minusDownToZero(amount);
            approved++;
        }
        return approved;
    }

    private static Seen rejected(Answer answer, Amount left) {
        return Refusal.of(answer)
                .by("daily-cap", "rolling-24h-cap")
                .saying(left + " is left")
                .seen();
    }

    private static BigDecimal moved(DemoWorld world, DemoAccount account) throws InterruptedException {
        return world.standIn().withdrawals(account.name()).stream()
                .map(each -> new BigDecimal(each.path("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
