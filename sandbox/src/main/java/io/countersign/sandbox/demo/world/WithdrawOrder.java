package io.countersign.sandbox.demo.world;

import io.countersign.domain.money.Amount;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A withdrawal to ask for.
 *
 * @param id the client's own order id; empty for none
 */
public record WithdrawOrder(String id, Amount amount, String address) {
    /** Of every order. */
    public static final String NETWORK = "BSC";

    /** A name with a space, which each client library writes in its own way. */
    private static final String NAME = "My own wallet";

    public WithdrawOrder to(String otherAddress) {
        return new WithdrawOrder(id, amount, otherAddress);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("coin", amount.asset().code());
        parameters.put("network", NETWORK);
        parameters.put("address", address);
        parameters.put("amount", amount.plain());
        if (!id.isEmpty()) {
            parameters.put("withdrawOrderId", id);
        }
        parameters.put("name", NAME);
        return parameters;
    }
}
