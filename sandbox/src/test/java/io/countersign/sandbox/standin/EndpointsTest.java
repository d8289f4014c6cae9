package io.countersign.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint that only reads answers in Binance's shape. */
class EndpointsTest {

    private static Binance binance;

    @BeforeAll
    static void start() throws IOException {
        binance = new Binance();
    }

    @AfterAll
    static void stop() {
        binance.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /sapi/v1/localentity/questionnaire-requirements | | /questionnaireCountryCode | NIL",
                "GET | /sapi/v1/capital/withdraw/quota | | /wdQuota | 8000000",
                "GET | /sapi/v1/capital/deposit/address | coin=XRP | /coin | XRP",
                "GET | /sapi/v1/capital/deposit/address/list | coin=USDT | /0/isDefault | 1",
                "GET | /sapi/v1/capital/config/getall | | /2/networkList/0/withdrawMin | 2",
                "GET | /sapi/v1/capital/config/getall | | /2/free | 1000",
                "GET | /sapi/v1/accountSnapshot | type=SPOT | /snapshotVos/0/data/balances/0/asset | USDT",
                "GET | /sapi/v1/accountSnapshot | type=SPOT | /code | 200",
                "GET | /sapi/v1/accountSnapshot | type=OTHER | /code | -1130",
                "GET | /sapi/v1/account/apiRestrictions | | /enableWithdrawals | true",
                "GET | /sapi/v1/account/apiRestrictions | | /ipRestrict | true",
                "GET | /sapi/v1/account/info | | /vipLevel | 0",
                "GET | /sapi/v1/account/status | | /data | Normal",
                "POST | /sapi/v3/asset/getUserAsset | needBtcValuation=true | /0/btcValuation | 0.01030927",
                "GET | /sapi/v1/asset/wallet/balance | | /0/walletName | Spot",
                "GET | /api/v3/account | omitZeroBalances=true | /balances/0/free | 1000",
            })
    void answersItsOwner(String method, String path, String parameters, String pointer, String value)
            throws IOException {
        Answer answer = binance.signed(method, path, parameters == null ? "" : parameters);

        assertThat(answer.json().at(pointer).asText()).as(answer.body()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /sapi/v1/capital/withdraw/address/list",
        "GET, /sapi/v1/addressVerify/list",
        "GET, /sapi/v1/capital/deposit/hisrec",
        "GET, /sapi/v2/localentity/withdraw/history",
        "POST, /sapi/v1/asset/get-funding-asset",
    })
    void hasNothingYet(String method, String path) throws IOException {
        assertThat(binance.signed(method, path, "").body()).isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/sapi/v1/system/status | /status | 0",
                "/api/v3/time | /serverTime | 1790000000000",
                "/api/v3/ticker/price?symbol=BTCUSDT | /price | 97000.00000000",
                "/api/v3/ticker/price?symbols=%5B%22ETHUSDT%22%2C%22BTCUSDT%22%5D | /0/symbol | ETHUSDT",
                "/api/v3/ticker/price?symbols=BTCUSDT | /code | -1100",
                "/api/v3/ticker/price?symbol=X | /code | -1121",
                "/api/v3/ticker/price?symbol=BTCUSDT&symbols=%5B%5D | /code | -1128",
                "/api/v3/exchangeInfo | /timezone | UTC",
            })
    void answersAnyone(String path, String pointer, String value) throws IOException {
        Answer answer = binance.open(path);

        assertThat(answer.json().at(pointer).asText()).as(answer.body()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"MICROSECOND, 1790000000000000", "millisecond, 1790000000000", "SECOND, 0"})
    void theTimeHasTwoUnits(String unit, long time) throws IOException {
        byte[] request = ("GET /api/v3/time HTTP/1.1\r\nHost: b\r\nx-mbx-time-unit: " + unit + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        Answer answer = RawClient.exchange(binance.port(), request);

        assertThat(answer.json().path("serverTime").asLong()).isEqualTo(time);
        assertThat(answer.code()).isEqualTo(time == 0 ? -1194 : 0);
    }

    @Test
    void everyDepositAddressFitsItsNetworkAndStaysTheSame() throws IOException {
        for (JsonNode coin :
                binance.signed("GET", "/sapi/v1/capital/config/getall", "").json()) {
            for (JsonNode network : coin.path("networkList")) {
                String query = "coin=" + coin.path("coin").asText() + "&network="
                        + network.path("network").asText();

                Answer first = binance.signed("GET", "/sapi/v1/capital/deposit/address", query);
                Answer second = binance.signed("GET", "/sapi/v1/capital/deposit/address", query);

                assertThat(first.json().path("address").asText())
                        .matches(network.path("addressRegex").asText());
                assertThat(first.json().path("tag").asText().isEmpty())
                        .isNotEqualTo(network.path("withdrawTag").asBoolean());
                assertThat(second.body()).isEqualTo(first.body());
            }
        }
    }
}
