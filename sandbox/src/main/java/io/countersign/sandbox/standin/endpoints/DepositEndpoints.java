package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.BinanceError;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Coin;
import io.countersign.sandbox.standin.world.Coins;
import io.countersign.sandbox.standin.world.DepositAddress;
import io.countersign.sandbox.standin.world.Network;
import java.util.Optional;

/** Addresses to receive on, and the lists that are empty here: deposits and verified addresses. */
final class DepositEndpoints {

    private DepositEndpoints() {}

    static Outcome address(Call call) {
        Optional<Coin> coin = Coins.find(call.parameters().text("coin"));
        if (coin.isEmpty()) {
            return Outcome.refused(BinanceError.bad(-4018, "This asset does not exist."));
        }
        Optional<Network> network = call.parameters()
                .find("network")
                .map(name -> coin.get().network(name))
                .orElse(Optional.of(coin.get().defaultNetwork()));
        return network.map(known -> Outcome.of(
                        node(call, coin.get(), known).put("url", "https://explorer.example/" + known.name())))
                .orElseGet(() -> Outcome.refused(BinanceError.invalid("network")));
    }

    static Outcome addresses(Call call) {
        Optional<Coin> coin = Coins.find(call.parameters().text("coin"));
        if (coin.isEmpty()) {
            return Outcome.refused(BinanceError.bad(-4018, "This asset does not exist."));
        }
        ArrayNode list = Json.array();
        String wanted = call.parameters().find("network").orElse("");
        coin.get().networks().stream()
                .filter(network -> wanted.isEmpty() || network.name().equals(wanted))
                .map(network -> node(call, coin.get(), network)
                        .put("isDefault", network.equals(coin.get().defaultNetwork()) ? 1 : 0))
                .forEach(list::add);
        return Outcome.of(list);
    }

    /** Where the account has withdrawn to before, as its address book. */
    static Outcome withdrawAddresses(Call call) {
        ArrayNode list = Json.array();
        call.account().withdrawals().stream()
                .map(withdrawal -> Json.object()
                        .put("address", withdrawal.order().address())
                        .put(
                                "addressTag",
                                withdrawal.order().addressTag() == null
                                        ? ""
                                        : withdrawal.order().addressTag())
                        .put("coin", withdrawal.order().coin().symbol())
                        .put("name", "")
                        .put("network", withdrawal.order().network().name())
                        .put("origin", "")
                        .put("originType", "others")
                        .put("whiteStatus", false))
                .distinct()
                .forEach(list::add);
        return Outcome.of(list);
    }

    static Outcome nothing(Call call) {
        return Outcome.of(Json.array());
    }

    private static ObjectNode node(Call call, Coin coin, Network network) {
        DepositAddress address = DepositAddress.of(call.account().name(), coin.symbol(), network.name());
        return Json.object()
                .put("coin", coin.symbol())
                .put("address", address.address())
                .put("tag", address.tag());
    }
}
