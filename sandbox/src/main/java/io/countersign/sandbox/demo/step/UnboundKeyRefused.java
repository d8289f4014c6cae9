package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;

/** A key that the account has not connected is refused, whatever it may do at Binance. */
public record UnboundKeyRefused() implements Step {
    @Override
    public String sentence() {
        return "Use an API key that the account has not connected";
    }

    @Override
    public String expected() {
        return "rejected by connection-bound; nothing reaches Binance";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.openUnbound("unbound", KeyType.HMAC);
        Seen refusal = Refusal.of(account.balances()).by("connection-bound").seen();
        int arrived = world.standIn().requests(account.apiKey()).size();
        return new Checks()
                .saw(refusal.words(), refusal.asExpected())
                .saw("%d requests reached Binance".formatted(arrived), arrived == 0)
                .seen();
    }
}
