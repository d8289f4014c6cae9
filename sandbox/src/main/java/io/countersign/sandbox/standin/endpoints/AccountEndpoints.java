package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Account;
import io.countersign.sandbox.standin.world.Permissions;
import io.countersign.sandbox.standin.world.Prices;
import io.countersign.sandbox.standin.world.Wallet;
import io.countersign.sandbox.standin.world.Withdrawal;
import java.math.BigDecimal;
import java.time.Duration;

/** What an account may do, and what it has done of it. */
final class AccountEndpoints {

    private static final String QUOTA_USD = "8000000";

    private AccountEndpoints() {}

    static Outcome restrictions(Call call) {
        Account account = call.account();
        ObjectNode node = Json.object()
                .put("ipRestrict", !account.identity().ipList().isEmpty())
                .put("createTime", account.createdMillis());
        Permissions.NAMES.forEach(name -> node.put(name, account.permissions().allow(name)));
        return Outcome.of(node);
    }

    static Outcome info(Call call) {
        return Outcome.of(Json.object()
                .put("vipLevel", 0)
                .put("isMarginEnabled", false)
                .put("isFutureEnabled", false)
                .put("isOptionsEnabled", false)
                .put("isPortfolioMarginRetailEnabled", false));
    }

    static Outcome status(Call call) {
        return Outcome.of(Json.object().put("data", "Normal"));
    }

    static Outcome questionnaire(Call call) {
        return Outcome.of(Json.object().put("questionnaireCountryCode", "NIL"));
    }

    /** The use is reported, and not held against anyone. */
    static Outcome quota(Call call) {
        Prices prices = call.world().prices();
        long since = call.world().clock().micros() - Duration.ofDays(1).toMillis() * 1_000;
        BigDecimal used = call.account().withdrawals().stream()
                .filter(withdrawal -> withdrawal.appliedMicros() >= since)
                .map(Withdrawal::order)
                .map(order -> prices.inUsdt(order.coin().symbol(), order.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Outcome.of(Json.object().put("wdQuota", QUOTA_USD).put("usedWdQuota", Amounts.write(used)));
    }

    static Outcome spot(Call call) {
        boolean omitZero = call.parameters().find("omitZeroBalances").orElse("").equals("true");
        ObjectNode node = Json.object()
                .put("makerCommission", 10)
                .put("takerCommission", 10)
                .put("canTrade", call.account().permissions().allow("enableSpotAndMarginTrading"))
                .put("canWithdraw", call.account().permissions().allow(Permissions.WITHDRAW))
                .put("canDeposit", true)
                .put("updateTime", call.world().clock().millis())
                .put("accountType", "SPOT");
        ArrayNode balances = node.putArray("balances");
        call.account().balances(Wallet.SPOT).forEach((asset, free) -> {
            if (free.signum() != 0 || !omitZero) {
                balances.addObject()
                        .put("asset", asset)
                        .put("free", Amounts.write(free))
                        .put("locked", "0");
            }
        });
        node.putArray("permissions").add("SPOT");
        return Outcome.of(node);
    }
}
