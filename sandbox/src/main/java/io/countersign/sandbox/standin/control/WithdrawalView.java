package io.countersign.sandbox.standin.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.world.Withdrawal;

/** A withdrawal as the control API shows it. */
final class WithdrawalView {

    private WithdrawalView() {}

    static ObjectNode of(Withdrawal withdrawal) {
        Withdrawal.Order order = withdrawal.order();
        return Json.object()
                .put("id", withdrawal.id())
                .put("trId", withdrawal.trId())
                .put("account", withdrawal.account())
                .put("coin", order.coin().symbol())
                .put("network", order.network().name())
                .put("address", order.address())
                .put("addressTag", order.addressTag())
                .put("amount", order.amount().toPlainString())
                .put("fee", order.network().fee().toPlainString())
                .put("withdrawOrderId", order.withdrawOrderId())
                .put("walletType", order.walletType())
                .put("status", withdrawal.status())
                .put("appliedMicros", withdrawal.appliedMicros());
    }
}
