package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;

/** Funds may come in without a limit. */
public record DepositAddressRead() implements Step {
    private static final String COIN = "BTC";

    @Override
    public String sentence() {
        return "Ask for a deposit address for " + COIN;
    }

    @Override
    public String expected() {
        return "an address of the account at Binance";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        Answer answer = world.owner(KeyType.HMAC).depositAddress(COIN);
        String address = answer.json().path("address").asText();
        return new Checks()
                .saw(answer.brief(), answer.isOk())
                .saw(COIN + " to " + address, !address.isEmpty())
                .require(answer.json().path("coin").asText().equals(COIN), "for another coin")
                .seen();
    }
}
