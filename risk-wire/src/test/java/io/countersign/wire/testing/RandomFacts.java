package io.countersign.wire.testing;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.wire.message.Octets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of random messages: texts with letters of any script, absent fields, decimals of any scale. */
final class RandomFacts {

    private static final List<String> TEXTS = List.of("", "plain", "Grüße, 你好 🪙", "a\nb\t\"c\"", "x".repeat(300));

    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    RequestFacts facts() {
        Transfer transfer = new Transfer(amount(), maybe(destination()), maybe(text()));
        Price price = new Price(asset(), asset(), decimal().add(BigDecimal.ONE), instant());
        return new RequestFacts(
                requestId(),
                account(),
                connection(),
                new Endpoint("POST", "/" + text()),
                random.nextBoolean(),
                maybe(transfer),
                maybe(price),
                maybe(intent()),
                WireDigest.of(hash().toBytes()),
                instant(),
                instant());
    }

    List<Finding> findings() {
        return Stream.generate(() -> new Finding(
                        new RuleId(text()),
                        oneOf(List.of(Verdict.values())),
                        text(),
                        text(),
                        text(),
                        random.nextInt(3)))
                .limit(random.nextInt(4))
                .toList();
    }

    IntentDigest intent() {
        return IntentDigest.of(hash().toBytes());
    }

    DecisionStatus status() {
        return oneOf(List.of(DecisionStatus.values()));
    }

    RequestId requestId() {
        return RequestId.of(bytes(16));
    }

    AccountId account() {
        return new AccountId("account-" + random.nextInt(1000));
    }

    ConnectionId connection() {
        return new ConnectionId(HexFormat.of().formatHex(bytes(16)));
    }

    Destination destination() {
        return new Destination(maybe(text()), text(), maybe(text()));
    }

    Duration seconds() {
        return Duration.ofSeconds(1 + random.nextInt(100_000));
    }

    Amount amount() {
        return new Amount(decimal(), asset());
    }

    Asset asset() {
        return new Asset(oneOf(List.of("USDT", "BTC", "1INCH", "A")));
    }

    BigDecimal decimal() {
        return new BigDecimal(new BigInteger(90, random), random.nextInt(30));
    }

    String text() {
        return oneOf(TEXTS);
    }

    Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    }

    Octets hash() {
        return Octets.of(bytes(32));
    }

    Octets octets() {
        return Octets.of(bytes(random.nextInt(100)));
    }

    long number() {
        return random.nextInt(1000);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
