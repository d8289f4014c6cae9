package io.countersign.sandbox.demo.step;

import io.countersign.sandbox.demo.Checks;
import io.countersign.sandbox.demo.Seen;
import io.countersign.sandbox.demo.Step;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;

/** What the catalogue does not list is refused before anything is written. */
public record UnknownPathRefused() implements Step {
    private static final int NOT_FOUND = 404;
    private static final int UNSUPPORTED = -1020;

    @Override
    public String sentence() {
        return "Trade: a path that is not in the catalogue";
    }

    @Override
    public String expected() {
        return "refused by the gateway; nothing on Kafka, nothing at Binance";
    }

    @Override
    public Seen run(DemoWorld world) throws InterruptedException {
        DemoAccount account = world.open("trader", KeyType.HMAC);
        Answer answer = account.trade();
        long written = world.topics().read(Topics.REQUESTS.name()).stream()
                .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals(account.name()))
                .count();
        int arrived = world.standIn().requests(account.apiKey()).size();
        return new Checks()
                .saw(answer.brief(), answer.status() == NOT_FOUND && answer.code() == UNSUPPORTED)
                .saw("%d records on Kafka".formatted(written), written == 0)
                .saw("%d requests at Binance".formatted(arrived), arrived == 0)
                .seen();
    }
}
