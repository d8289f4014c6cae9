package io.countersign.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.wire.settings.Settings;
import io.countersign.wire.settings.StartException;
import io.github.bucket4j.TimeMeter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId BOB = new AccountId("bob");
    private static final Optional<ConnectionId> PHONE = Optional.of(new ConnectionId("c0".repeat(16)));
    private static final Optional<ConnectionId> TABLET = Optional.of(new ConnectionId("c1".repeat(16)));
    private static final Map<String, String> SMALL = Map.of(
            "account-per-second", "2",
            "account-burst", "10",
            "connection-per-second", "1",
            "connection-burst", "6",
            "reads-per-second", "1",
            "reads-burst", "3",
            "changes-per-second", "1",
            "changes-burst", "2",
            "buckets", "3");

    private final Clock clock = new Clock();
    private final Rates rates = new Rates(config(SMALL), clock);

    @Test
    void anApiKeyHasItsOwnRateWithinTheAccounts() {
        assertThat(passed(ALICE, PHONE, 20)).isEqualTo(6);
        assertThat(passed(ALICE, TABLET, 20)).isEqualTo(4);
        assertThat(rates.request(ALICE, Optional.empty())).isPresent();
        assertThat(passed(BOB, Optional.empty(), 20)).isEqualTo(10);
    }

    @Test
    void theRefusalSaysWhatRanOutAndWhenToComeAgain() {
        assertThat(passed(ALICE, PHONE, 6)).isEqualTo(6);

        Problem refused = rates.request(ALICE, PHONE).orElseThrow();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(-1003);
        assertThat(refused.type()).endsWith(":too-many-requests");
        assertThat(refused.detail()).startsWith("this API key's signed requests: 1 a second");
        assertThat(Long.parseLong(retryAfter(refused))).isBetween(1L, 2L);
        clock.pass(Duration.ofSeconds(Long.parseLong(retryAfter(refused))));
        assertThat(rates.request(ALICE, PHONE)).isEmpty();
    }

    /** On 0 clients send again at once. */
    @Test
    void toComeAgainIsNeverAtOnce() {
        assertThat(passed(ALICE, Optional.empty(), 10)).isEqualTo(10);

        assertThat(retryAfter(rates.request(ALICE, Optional.empty()).orElseThrow()))
                .isEqualTo("1");
    }

    @Test
    void questionsAndChangesDoNotUseUpEachOther() {
        assertThat(passed(ALICE, Optional.empty(), 20)).isEqualTo(10);
        assertThat(IntStream.range(0, 9)
                        .filter(i -> rates.read(ALICE).isEmpty())
                        .count())
                .isEqualTo(3);
        assertThat(IntStream.range(0, 9)
                        .filter(i -> rates.change(ALICE).isEmpty())
                        .count())
                .isEqualTo(2);
    }

    /** Otherwise whoever has many names could make room, and come back to a full bucket. */
    @Test
    void toBeForgottenRefillsNothing() {
        assertThat(passed(ALICE, Optional.empty(), 20)).isEqualTo(10);
        clock.pass(Duration.ofSeconds(1));
        IntStream.range(0, 1000).forEach(i -> rates.request(new AccountId("name-" + i), Optional.empty()));
        assertThat(passed(ALICE, Optional.empty(), 20)).isEqualTo(2);

        clock.pass(Duration.ofSeconds(30));

        assertThat(passed(ALICE, Optional.empty(), 20)).isEqualTo(10);
    }

    @Test
    void whoeverComesWhenThereIsNoRoomSharesOneBucket() {
        Buckets<Integer> buckets = new Buckets<>(1, 2, 3, clock);

        assertThat(IntStream.range(0, 1000)
                        .filter(i -> buckets.of(i).tryConsume(1))
                        .count())
                .isEqualTo(3 + 2);

        assertThat(buckets.count()).isEqualTo(3);
        clock.pass(Duration.ofMinutes(1));
        assertThat(buckets.count()).isZero();
        assertThat(buckets.of(7).tryConsume(2)).isTrue();
    }

    /** Nobody has counted meanwhile: the room of those that are forgotten is there as soon as somebody needs it. */
    @Test
    void whoIsForgottenMakesRoom() {
        Buckets<Integer> buckets = new Buckets<>(1, 2, 3, clock);
        IntStream.range(0, 3)
                .forEach(i -> assertThat(buckets.of(i).tryConsume(2)).isTrue());
        clock.pass(Duration.ofMinutes(1));

        assertThat(IntStream.range(3, 6)
                        .filter(i -> buckets.of(i).tryConsume(2))
                        .count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads-per-second", "account-burst", "buckets"})
    void aRateOfNothingStopsTheStart(String rate) {
        Map<String, String> none = new HashMap<>(SMALL);
        none.put(rate, "0");

        assertThatThrownBy(() -> new Rates(config(none)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("countersign.gateway.rates");
    }

    private long passed(AccountId account, Optional<ConnectionId> connection, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> rates.request(account, connection).isEmpty())
                .count();
    }

    private static String retryAfter(Problem problem) {
        return problem.headers().stream()
                .filter(header -> header.name().equals("Retry-After"))
                .map(Reply.Field::value)
                .findFirst()
                .orElseThrow();
    }

    private static GatewayConfig.Rates config(Map<String, String> rates) {
        Map<String, String> properties = new HashMap<>();
        rates.forEach((name, value) -> properties.put("countersign.gateway.rates." + name, value));
        return Settings.load(
                        GatewayConfig.class,
                        GatewayConfig.PREFIX,
                        new SmallRyeConfigBuilder()
                                .withSources(new PropertiesConfigSource(properties, "test", 100))
                                .build())
                .rates();
    }

    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
