package io.countersign.sandbox.demo.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A read goes all the way and comes back as Binance answered. */
public record BalancesRead(KeyType key) implements Step {
    @Override
    public String sentence() {
        return "%s key: read the balances".formatted(key.label());
    }

    @Override
    public String expected() {
        return "Binance's list of coins";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        Answer answer = world.owner(key).balances();
        String coins = StreamSupport.stream(answer.json().spliterator(), false)
                .map(BalancesRead::describe)
                .collect(Collectors.joining(", "));
        return new Checks()
                .saw(answer.brief(), answer.isOk())
                .saw(coins, coins.contains(world.caps().quote()))
                .seen();
    }

    private static String describe(JsonNode coin) {
        return coin.path("free").asText() + " " + coin.path("asset").asText();
    }
}
