package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Prices;
import io.countersign.sandbox.standin.world.Wallet;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What an account holds, and moving it between its own wallets. */
final class AssetEndpoints {

    private static final Set<String> SNAPSHOTS = Set.of("SPOT", "MARGIN", "FUTURES");
    private static final Map<String, Wallet> TRANSFERS =
            Map.of("MAIN_FUNDING", Wallet.SPOT, "FUNDING_MAIN", Wallet.FUNDING);
    private static final AtomicLong TRAN_IDS = new AtomicLong(13_526_853_623L);

    private AssetEndpoints() {}

    static Outcome spot(Call call) {
        return assets(call, Wallet.SPOT);
    }

    static Outcome funding(Call call) {
        return assets(call, Wallet.FUNDING);
    }

    private static Outcome assets(Call call, Wallet wallet) {
        String wanted = call.parameters().find("asset").orElse("");
        boolean valued = call.parameters().find("needBtcValuation").orElse("").equals("true");
        ArrayNode list = Json.array();
        call.account().balances(wallet).forEach((asset, free) -> {
            if (free.signum() > 0 && (wanted.isEmpty() || wanted.equals(asset))) {
                list.add(asset(call.world().prices(), asset, free, valued));
            }
        });
        return Outcome.of(list);
    }

    private static ObjectNode asset(Prices prices, String asset, BigDecimal free, boolean valued) {
        return Json.object()
                .put("asset", asset)
                .put("free", Amounts.write(free))
                .put("locked", "0")
                .put("freeze", "0")
                .put("withdrawing", "0")
                .put("ipoable", "0")
                .put("btcValuation", valued ? Amounts.write(prices.inBtc(asset, free)) : "0");
    }

    static Outcome wallets(Call call) {
        ArrayNode list = Json.array();
        list.addObject()
                .put("activate", true)
                .put("balance", inBtc(call, Wallet.SPOT))
                .put("walletName", "Spot");
        list.addObject()
                .put("activate", true)
                .put("balance", inBtc(call, Wallet.FUNDING))
                .put("walletName", "Funding");
        return Outcome.of(list);
    }

    static Outcome snapshot(Call call) {
        String type = call.parameters().text("type");
        if (!SNAPSHOTS.contains(type)) {
            return Outcome.refused(BinanceError.invalid("type"));
        }
        ObjectNode node = Json.object().put("code", 200).put("msg", "");
        ArrayNode snapshots = node.putArray("snapshotVos");
        if (type.equals("SPOT")) {
            snapshots.add(spotSnapshot(call));
        }
        return Outcome.of(node);
    }

    private static ObjectNode spotSnapshot(Call call) {
        ObjectNode node = Json.object()
                .put("type", "spot")
                .put("updateTime", call.world().clock().millis());
        ObjectNode data = node.putObject("data").put("totalAssetOfBtc", inBtc(call, Wallet.SPOT));
        ArrayNode balances = data.putArray("balances");
        call.account().balances(Wallet.SPOT).forEach((asset, free) -> balances.addObject()
                .put("asset", asset)
                .put("free", Amounts.write(free))
                .put("locked", "0"));
        return node;
    }

    static Outcome transfer(Call call) {
        Wallet from = TRANSFERS.get(call.parameters().text("type"));
        if (from == null) {
            return Outcome.refused(BinanceError.invalid("type"));
        }
        Optional<BigDecimal> amount = Amounts.read(call.parameters().text("amount"));
        if (amount.isEmpty()) {
            return Outcome.refused(BinanceError.illegal("amount", Amounts.RANGE));
        }
        if (amount.get().signum() == 0) {
            return Outcome.refused(BinanceError.invalid("amount"));
        }
        if (!call.account().transfer(from, call.parameters().text("asset"), amount.get())) {
            return Outcome.refused(WithdrawEndpoints.insufficient());
        }
        return Outcome.moved(Json.object().put("tranId", TRAN_IDS.incrementAndGet()), "");
    }

    private static String inBtc(Call call, Wallet wallet) {
        Prices prices = call.world().prices();
        BigDecimal total = call.account().balances(wallet).entrySet().stream()
                .map(held -> prices.inBtc(held.getKey(), held.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.write(total);
    }
}
