package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control API takes, shows and refuses. */
class ControlApiTest {

    private static final String ED25519_HEX = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String ED25519_SPKI = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String ED25519_PEM =
            "-----BEGIN PUBLIC KEY-----\\n" + ED25519_SPKI + "\\n-----END PUBLIC KEY-----\\n";

    private Binance binance;

    @BeforeEach
    void start() throws IOException {
        binance = new Binance();
    }

    @AfterEach
    void stop() {
        binance.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ED25519_HEX, ED25519_SPKI, ED25519_PEM})
    void aPublicKeyComesInThreeForms(String key) throws IOException {
        Answer answer = binance.control("PUT", "/accounts/bob", "{\"apiKey\":\"b\",\"publicKey\":\"" + key + "\"}");

        assertThat(answer.json().path("keyType").asText()).isEqualTo("ED25519");
    }

    @Test
    void aSecretGoesInAndNeverComesOut() throws IOException {
        assertThat(binance.control("GET", "/accounts", "").body()).doesNotContain(Binance.SECRET);
        assertThat(binance.control("GET", "/accounts/alice", "").body())
                .doesNotContain(Binance.SECRET)
                .contains("\"withdrawals\":[]");
    }

    @Test
    void anAccountMayOnlyReadUnlessTold() throws IOException {
        JsonNode bob = binance.control("PUT", "/accounts/bob", "{\"apiKey\":\"b\",\"secret\":\"s\"}")
                .json();

        assertThat(bob.path("permissions").path("enableReading").asBoolean()).isTrue();
        assertThat(bob.path("permissions").path("enableWithdrawals").asBoolean())
                .isFalse();
        assertThat(bob.path("ipList").get(0).asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void balancesAndPermissionsChangeInPlace() throws IOException {
        binance.control("PUT", "/accounts/alice/balances", "{\"USDT\":\"5\"}");
        binance.control("PUT", "/accounts/alice/permissions", "{\"enableWithdrawals\":false}");

        assertThat(binance.usdt()).isEqualTo("5");
        assertThat(binance.withdraw().code()).isEqualTo(-2015);
        binance.control("PUT", "/accounts/alice/balances", "{\"wallet\":\"FUNDING\",\"balances\":{\"BTC\":1.5}}");
        assertThat(binance.ask("/accounts/alice")
                        .path("fundingBalances")
                        .path("BTC")
                        .asText())
                .isEqualTo("1.5");
    }

    @Test
    void aDeletedAccountIsUnknown() throws IOException {
        binance.control("DELETE", "/accounts/alice", "");

        assertThat(binance.withdraw().code()).isEqualTo(-2015);
        assertThat(binance.control("GET", "/accounts/alice", "").status()).isEqualTo(404);
    }

    @Test
    void withdrawalsAreListedByAccount() throws IOException {
        String id = binance.withdraw().json().path("id").asText();

        assertThat(binance.ask("/withdrawals?account=alice").get(0).path("id").asText())
                .isEqualTo(id);
        assertThat(binance.ask("/withdrawals?account=bob")).isEmpty();
    }

    @Test
    void pricesStatusAndClockAreSet() throws IOException {
        binance.control("PUT", "/prices", "{\"BTCUSDT\":\"1.50\"}");
        binance.control("PUT", "/system-status", "{\"status\":1}");
        binance.control("PUT", "/clock", "{\"offsetMillis\":-3600000}");

        assertThat(binance.ask("/prices").path("BTCUSDT").asText()).isEqualTo("1.50");
        assertThat(binance.open("/sapi/v1/system/status").json().path("msg").asText())
                .isEqualTo("system_maintenance");
        assertThat(binance.open("/api/v3/time").json().path("serverTime").asLong())
                .isBetween(System.currentTimeMillis() - 3_610_000, System.currentTimeMillis() - 3_590_000);
    }

    @Test
    void resetGoesBackToTheStart() throws IOException {
        binance.withdraw();
        binance.control("PUT", "/faults", "[{\"kind\":\"hang\"}]");
        binance.control("PUT", "/prices", "{\"BTCUSDT\":\"1\"}");

        binance.control("POST", "/reset", "");

        assertThat(binance.ask("/accounts")).isEmpty();
        assertThat(binance.ask("/faults")).isEmpty();
        assertThat(binance.ask("/requests")).isEmpty();
        assertThat(binance.ask("/prices").path("BTCUSDT").asText()).isEqualTo("97000.00000000");
        assertThat(binance.open("/api/v3/time").json().path("serverTime").asLong())
                .isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis() + 1_000);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /accounts/bob | {                                              | 400 | body: is not JSON",
                "PUT | /accounts/bob | []                                             | 400 | body: send a JSON object",
                "PUT | /accounts/bob | {\"secret\":\"s\"}                             | 400 | apiKey: is missing",
                "PUT | /accounts/bob | {\"apiKey\":\"b\"}                             | 400 | secret: send either",
                "PUT | /accounts/bob | {\"apiKey\":\"b\",\"publicKey\":\"x\"}         | 400 | publicKey: send PEM",
                "PUT | /accounts/bob | {\"apiKey\":\"b\",\"secret\":\"s\",\"x\":1}    | 400 | x: unknown field",
                "PUT | /accounts/bob | {\"apiKey\":\"b\",\"secret\":\"s\",\"balances\":{\"BTC\":\"-1\"}} | 400 | balances: '-1'",
                "PUT | /accounts/bob | {\"apiKey\":\"b\",\"secret\":\"s\",\"balances\":{\"BTC\":\"x\"}} | 400 | balances: 'x'",
                "PUT | /accounts/bob | {\"apiKey\":\"b\",\"secret\":\"s\",\"permissions\":{\"fly\":true}} | 400 | permissions: 'fly'",
                "PUT | /accounts/bob | {\"apiKey\":\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\",\"secret\":\"s\"} | 409 | apiKey: another account",
                "PUT | /accounts/nobody/balances | {\"BTC\":\"1\"}                    | 404 | name: there is no account",
                "PUT | /clock        | {\"offsetMillis\":1,\"fixedMillis\":1}         | 400 | fixedMillis: send it or",
                "PUT | /clock        | {\"offsetMillis\":\"soon\"}                    | 400 | offsetMillis: send a whole number",
                "PUT | /limits       | {\"windowSeconds\":0}                          | 400 | windowSeconds: send a whole number",
                "PUT | /faults       | {}                                             | 400 | body: send a JSON list",
                "PUT | /faults       | [{\"kind\":\"sulk\"}]                          | 400 | kind: use one of",
                "PUT | /faults       | [{\"kind\":\"slow\",\"delayMillis\":600001}]   | 400 | delayMillis: send a whole number",
                "PUT | /withdrawals/x | {\"status\":6}                                | 404 | id: there is no withdrawal",
                "GET | /requests?from=1 |                                             | 400 | from: unknown query parameter",
                "GET | /requests?after=x |                                            | 400 | after: send a whole number",
                "GET | /nothing      |                                                | 404 | path: there is no such call",
            })
    void refusesByFieldAndRemedy(String method, String path, String body, int status, String error) throws IOException {
        Answer answer = binance.control(method, path, body == null ? "" : body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).startsWith(error);
    }
}
