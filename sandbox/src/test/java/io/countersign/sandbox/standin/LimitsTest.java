package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.standin.RawClient.Answer;
import io.countersign.sandbox.standin.limits.Limits;
import io.countersign.sandbox.standin.limits.Scope;
import io.countersign.sandbox.standin.limits.UsageMeter;
import io.countersign.sandbox.standin.limits.Use;
import io.countersign.sandbox.standin.limits.Verdict;
import io.countersign.sandbox.standin.limits.Verdict.Banned;
import io.countersign.sandbox.standin.limits.Verdict.Limited;
import io.countersign.sandbox.standin.limits.Verdict.Within;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Weights by scope, 429 and its Retry-After, 418 and its growth. */
class LimitsTest {

    private final AtomicLong millis = new AtomicLong(600_000);
    private final UsageMeter meter = new UsageMeter(millis::get);

    @Test
    void apiIsOneBudgetForAllItsEndpoints() {
        meter.set(limits(10, 2));

        assertThat(meter.admit(use(Scope.API_IP, 6, "/api/v3/a"))).isEqualTo(within("X-MBX-USED-WEIGHT-1M", "6"));
        assertThat(meter.admit(use(Scope.API_IP, 4, "/api/v3/b"))).isEqualTo(within("X-MBX-USED-WEIGHT-1M", "10"));
        assertThat(meter.admit(use(Scope.API_IP, 1, "/api/v3/a"))).isInstanceOf(Limited.class);
    }

    @Test
    void sapiIsABudgetForEachEndpoint() {
        meter.set(limits(10, 2));

        assertThat(meter.admit(use(Scope.SAPI_IP, 10, "/sapi/v1/a"))).isInstanceOf(Within.class);
        assertThat(meter.admit(use(Scope.SAPI_IP, 10, "/sapi/v1/b"))).isInstanceOf(Within.class);
        assertThat(meter.admit(use(Scope.SAPI_IP, 1, "/sapi/v1/a"))).isInstanceOf(Limited.class);
    }

    @Test
    void uidWeightIsTheAccountsOwn() {
        meter.set(limits(10, 2));

        assertThat(meter.admit(new Use(Scope.SAPI_UID, 10, "ip", "alice", "/w")))
                .isInstanceOf(Within.class);
        assertThat(meter.admit(new Use(Scope.SAPI_UID, 10, "ip", "bob", "/w"))).isInstanceOf(Within.class);
        assertThat(meter.admit(new Use(Scope.SAPI_UID, 1, "other", "alice", "/w")))
                .isInstanceOf(Limited.class);
    }

    @Test
    void theNextMinuteStartsAtNothing() {
        meter.set(limits(10, 2));
        Verdict unused = meter.admit(use(Scope.API_IP, 10, "/a"));
        millis.set(601_000);

        assertThat(meter.admit(use(Scope.API_IP, 1, "/a")))
                .isEqualTo(new Limited(59, 10, Map.of("X-MBX-USED-WEIGHT-1M", "11")));
        millis.set(659_999);
        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isInstanceOf(Limited.class);
        millis.set(660_000);
        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isInstanceOf(Within.class);
    }

    @Test
    void whoIgnores429IsBannedForLongerEachTime() {
        meter.set(limits(0, 1));

        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isInstanceOf(Limited.class);
        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isEqualTo(new Banned(120, 720_000));
        assertThat(meter.admit(use(Scope.SAPI_IP, 0, "/b"))).as("everywhere").isEqualTo(new Banned(120, 720_000));
        millis.set(720_000);
        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isInstanceOf(Limited.class);
        assertThat(meter.admit(use(Scope.API_IP, 1, "/a"))).isEqualTo(new Banned(240, 960_000));
    }

    @Test
    void historyHasItsOwnRatePerSecond() {
        Use history = use(Scope.SAPI_UID, 1, "/sapi/v1/capital/withdraw/history");

        for (int each = 0; each < 10; each++) {
            assertThat(meter.admit(history)).isInstanceOf(Within.class);
        }

        assertThat(meter.admit(history)).isInstanceOf(Limited.class);
        millis.addAndGet(1_000);
        assertThat(meter.admit(history)).isInstanceOf(Within.class);
    }

    @Test
    void theWireCarriesUseRetryAfterAndBan() throws IOException {
        try (Binance binance = new Binance()) {
            binance.control("PUT", "/limits", "{\"apiIpWeight\":4,\"ignoredBeforeBan\":1,\"banSeconds\":100}");

            Answer within = binance.open("/api/v3/ticker/price");
            Answer limited = binance.open("/api/v3/ticker/price?symbol=BTCUSDT");
            Answer banned = binance.open("/api/v3/time");

            assertThat(within.header("X-MBX-USED-WEIGHT-1M")).isEqualTo("4");
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.code()).isEqualTo(-1003);
            assertThat(limited.header("X-MBX-USED-WEIGHT-1M")).isEqualTo("6");
            assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
            assertThat(banned.status()).isEqualTo(418);
            assertThat(banned.header("Retry-After")).isEqualTo("100");
            assertThat(binance.withdraw().status()).isEqualTo(418);
            assertThat(binance.usdt()).isEqualTo("1000");
        }
    }

    @Test
    void aWithdrawalCosts900OfTheAccounts() throws IOException {
        try (Binance binance = new Binance()) {
            assertThat(binance.withdraw().header("X-SAPI-USED-UID-WEIGHT-1M")).isEqualTo("900");
            assertThat(binance.signed("GET", "/sapi/v1/account/info", "").header("X-SAPI-USED-IP-WEIGHT-1M"))
                    .isEqualTo("1");
        }
    }

    private static Limits limits(int weight, int ignoredBeforeBan) {
        return new Limits(weight, weight, weight, 10, 60, ignoredBeforeBan, 120);
    }

    private static Use use(Scope scope, int weight, String path) {
        return new Use(scope, weight, "ip", "alice", path);
    }

    private static Within within(String header, String used) {
        return new Within(Map.of(header, used));
    }
}
