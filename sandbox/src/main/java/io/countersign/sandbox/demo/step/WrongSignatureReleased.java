package io.countersign.sandbox.demo.step;

import io.countersign.domain.money.Amount;
import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What Binance refuses for its signature does not use up the limits. */
public record WrongSignatureReleased() implements Step {
    private static final int INVALID_SIGNATURE = -1022;

    @Override
    public String sentence() {
        return "Withdraw more than a day's cap with wrong signatures, then once with a right one";
    }

    @Override
    public String expected() {
        return "Binance's own -1022 each time, and the limit is still free";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.open("wrong-signature", KeyType.HMAC);
        Amount amount = world.caps().perTransaction();
        BigDecimal day = world.caps().perDay().value();
        int needed = day.divide(amount.value(), 0, RoundingMode.DOWN).intValueExact() + 1;

        DemoAccount wrong = account.withWrongSignatures();
        Checks checks = new Checks();
        int refused = 0;
        Answer last = withdraw(wrong, amount);
        for (int i = 0; i < needed && last.code() == INVALID_SIGNATURE; i++) {
            refused++;
            last = refused < needed ? withdraw(wrong, amount) : last;
        }
        Answer right = withdraw(account, amount);
        int executed = world.standIn().withdrawals(account.name()).size();
        return checks.saw("%d times %s".formatted(refused, last.brief()), refused == needed)
                .saw("then %s: %s".formatted(amount, right.brief()), right.isOk())
                .require(executed == 1, "executed " + WithdrawalExecuted.times(executed))
                .seen();
    }

    /** The engine hears of a refusal a moment after the client, so an objection of the caps is asked again. */
    private static Answer withdraw(DemoAccount account, Amount amount) throws InterruptedException {
        return Poll.until(
                () -> account.withdraw(account.order(amount)),
                answer -> answer.objection("daily-cap").isEmpty()
                        && answer.objection("rolling-24h-cap").isEmpty());
    }
}
