package io.countersign.sandbox.standin;

import static io.countersign.sandbox.standin.Binance.ETHEREUM;
import static io.countersign.sandbox.standin.Binance.NOW;
import static io.countersign.sandbox.standin.Binance.ORDER;
import static io.countersign.sandbox.standin.Binance.WITHDRAW;
import static io.countersign.sandbox.standin.Binance.request;
import static io.countersign.sandbox.standin.Binance.sign;
import static io.countersign.sandbox.standin.Binance.timed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.standin.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funds that leave, funds that stay, and what history says of them. */
class WithdrawTest {

    private static final String HISTORY = "/sapi/v1/capital/withdraw/history";
    private static final String LOCAL_ENTITY = "/sapi/v1/localentity/withdraw/apply";

    private Binance binance;

    @BeforeEach
    void start() throws IOException {
        binance = new Binance();
    }

    @AfterEach
    void stop() {
        binance.close();
    }

    @Test
    void debitsTheAmountAndTheFee() throws IOException {
        Answer answer = binance.withdraw();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).matches("[0-9a-f]{32}");
        assertThat(binance.usdt()).isEqualTo("989");
        JsonNode recorded = binance.lastRequest();
        assertThat(recorded.path("executed").asBoolean()).isTrue();
        assertThat(recorded.path("withdrawalId").asText())
                .isEqualTo(answer.json().path("id").asText());
        assertThat(recorded.path("account").asText()).isEqualTo("alice");
        assertThat(recorded.path("status").asInt()).isEqualTo(200);
    }

    @Test
    void theSameOctetsAreExecutedAgain() throws IOException {
        byte[] request = request("POST", WITHDRAW + '?' + sign(timed(ORDER + "&withdrawOrderId=one")), Binance.KEY);

        Answer first = RawClient.exchange(binance.port(), request);
        Answer second = RawClient.exchange(binance.port(), request);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(binance.usdt()).isEqualTo("978");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "coin=DOGE&address=x&amount=1, -4018",
        "coin=USDT&network=XRP&address=x&amount=1, -1130",
        "coin=USDT&network=ETH&address=0x12&amount=10, -4033",
        "coin=USDT&network=TRX&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10, -4033",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=1e3, -1100",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=-5, -1100",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=0, -4022",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=1.999999, -4022", // just below the least
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=2.0000001, -4021", // finer than the step
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10000000.000001, -4023",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=999.000001, -4026", // a fee short
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10&walletType=1, -4026",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10&walletType=2, -1130",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10&addressTag=1, -4106",
        "coin=XRP&address=rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh&amount=10&addressTag=x1, -4008",
        "coin=BTC&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10, -4033",
        "coin=USDT&address=0x94df8b352de7f46f64b01d3666bf6e936e44ce60&amount=10&name=%zz, -1100",
    })
    void aBadOrderMovesNothing(String order, int code) throws IOException {
        Answer answer = binance.signed("POST", WITHDRAW, order);

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(binance.usdt()).isEqualTo("1000");
        assertThat(binance.lastRequest().path("executed").asBoolean()).isFalse();
    }

    @Test
    void everythingThatIsThereCanGo() throws IOException {
        Answer answer = binance.signed("POST", WITHDRAW, "coin=USDT&address=" + ETHEREUM + "&amount=999");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(binance.usdt()).isEqualTo("0");
    }

    @Test
    void historyIsFoundByLabelCoinStatusAndId() throws IOException {
        String id = binance.signed("POST", WITHDRAW, ORDER + "&withdrawOrderId=mine")
                .json()
                .path("id")
                .asText();
        binance.withdraw();

        JsonNode row = history("withdrawOrderId=mine").get(0);

        assertThat(row.path("id").asText()).isEqualTo(id);
        assertThat(row.path("applyTime").asText()).isEqualTo("2026-09-21 14:13:20");
        assertThat(row.path("amount").asText()).isEqualTo("10");
        assertThat(row.path("transactionFee").asText()).isEqualTo("1");
        assertThat(row.path("status").asInt()).isEqualTo(4);
        assertThat(history("")).hasSize(2);
        assertThat(history("").get(0).has("withdrawOrderId")).isFalse();
        assertThat(history("coin=BTC")).isEmpty();
        assertThat(history("status=6")).isEmpty();
        assertThat(history("idList=" + id + "%2Cother")).hasSize(1);
        assertThat(history("offset=1&limit=5").get(0).path("id").asText()).isEqualTo(id);
        assertThat(history("endTime=" + (NOW - 1))).isEmpty();
    }

    @Test
    void aSettledWithdrawalIsCompleted() throws IOException {
        String id = binance.withdraw().json().path("id").asText();
        binance.control("PUT", "/withdrawals/" + id, "{\"status\":6}");

        JsonNode row = history("status=6").get(0);

        assertThat(row.path("txId").asText()).startsWith("0x");
        assertThat(row.path("completeTime").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "startTime=1700000000000&endTime=1707776000000, 0", // 90 days to the millisecond
        "startTime=1700000000000&endTime=1707776000001, -4047",
        "withdrawOrderId=x&startTime=1700000000000&endTime=1700604800000, 0", // 7 days
        "withdrawOrderId=x&startTime=1700000000000&endTime=1700604800001, -1127",
        "limit=x, -1100",
    })
    void historyLooksBackOnlySoFar(String query, int code) throws IOException {
        assertThat(history(query).path("code").asInt(0)).isEqualTo(code);
    }

    @Test
    void theLocalEntityPathDebitsToo() throws IOException {
        Answer missing = binance.signed("POST", LOCAL_ENTITY, ORDER);
        Answer notJson = binance.signed("POST", LOCAL_ENTITY, ORDER + "&questionnaire=yes");
        Answer good = binance.signed("POST", LOCAL_ENTITY, ORDER + "&questionnaire=%7B%22isAddressOwner%22%3A1%7D");

        assertThat(missing.code()).isEqualTo(-1102);
        assertThat(notJson.code()).isEqualTo(-1130);
        assertThat(good.json().path("accepted").asBoolean()).isTrue();
        assertThat(binance.usdt()).isEqualTo("989");
        assertThat(binance.signed("GET", "/sapi/v2/localentity/withdraw/history", "")
                        .json())
                .hasSize(1);
    }

    @Test
    void aTransferStaysInsideTheAccount() throws IOException {
        Answer answer = binance.signed("POST", "/sapi/v1/asset/transfer", "type=MAIN_FUNDING&asset=USDT&amount=400");

        assertThat(answer.json().has("tranId")).isTrue();
        JsonNode account = binance.ask("/accounts/alice");
        assertThat(account.path("balances").path("USDT").asText()).isEqualTo("600");
        assertThat(account.path("fundingBalances").path("USDT").asText()).isEqualTo("400");
        assertThat(binance.signed("POST", "/sapi/v1/asset/transfer", "type=MAIN_FUNDING&asset=USDT&amount=601")
                        .code())
                .isEqualTo(-4026);
    }

    private JsonNode history(String query) throws IOException {
        // Ten history calls use up Binance's minute.
        binance.control("PUT", "/limits", "{}");
        return binance.signed("GET", HISTORY, query).json();
    }
}
