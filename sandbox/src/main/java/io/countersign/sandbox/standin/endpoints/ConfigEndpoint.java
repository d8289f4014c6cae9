package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Coin;
import io.countersign.sandbox.standin.world.Coins;
import io.countersign.sandbox.standin.world.Network;
import io.countersign.sandbox.standin.world.Wallet;
import java.math.BigDecimal;

/** The coins and the rules of their networks, which a client needs before it withdraws. */
final class ConfigEndpoint {

    private ConfigEndpoint() {}

    static Outcome all(Call call) {
        ArrayNode coins = Json.array();
        Coins.all().stream().map(coin -> coin(call, coin)).forEach(coins::add);
        return Outcome.of(coins);
    }

    private static ObjectNode coin(Call call, Coin coin) {
        BigDecimal free = call.account().balances(Wallet.SPOT).getOrDefault(coin.symbol(), BigDecimal.ZERO);
        ObjectNode node = Json.object()
                .put("coin", coin.symbol())
                .put("depositAllEnable", true)
                .put("free", Amounts.write(free))
                .put("freeze", "0")
                .put("ipoable", "0")
                .put("ipoing", "0")
                .put("isLegalMoney", false)
                .put("locked", "0")
                .put("name", coin.name())
                .put("storage", "0")
                .put("trading", true)
                .put("withdrawAllEnable", true)
                .put("withdrawing", "0");
        ArrayNode networks = node.putArray("networkList");
        coin.networks().stream().map(network -> network(coin, network)).forEach(networks::add);
        return node;
    }

    private static ObjectNode network(Coin coin, Network network) {
        return Json.object()
                .put("addressRegex", network.address().pattern())
                .put("busy", false)
                .put("coin", coin.symbol())
                .put("depositEnable", true)
                .put("estimatedArrivalTime", 5)
                .put("isDefault", network.equals(coin.defaultNetwork()))
                .put("memoRegex", network.memo().pattern())
                .put("minConfirm", 1)
                .put("name", network.name())
                .put("network", network.name())
                .put("resetAddressStatus", false)
                .put("sameAddress", network.tagged())
                .put("unLockConfirm", 0)
                .put("withdrawEnable", true)
                .put("withdrawFee", Amounts.write(network.fee()))
                .put("withdrawIntegerMultiple", Amounts.write(network.step()))
                .put("withdrawMax", Amounts.write(Network.MAX))
                .put("withdrawMin", Amounts.write(network.min()))
                .put("withdrawTag", network.tagged());
    }
}
