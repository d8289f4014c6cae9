package io.countersign.domain.rule;

import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.request.Transfer;
import java.util.Collection;

/**
 * Rejects a withdrawal without the client's own order id, or with one that may be in use at Binance: it is how an unknown
 * outcome is found out.
 */
public record OrderIdRule() implements Rule {

    static final RuleId ID = new RuleId("order-id");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Finding evaluate(RuleInput input) {
        Transfer transfer = input.request().transfer();
        if (transfer == null || transfer.destination() == null) {
            return Finding.notApplicable(ID);
        }
        String bound = "present and not used before";
        String orderId = transfer.orderId();
        if (orderId == null) {
            return Finding.reject(
                    ID, "none", bound, "withdrawOrderId is missing: an unknown outcome could not be found out");
        }
        if (isUsed(orderId, input.account().activity().decided().values())) {
            return Finding.reject(ID, orderId, bound, "another withdrawal had this withdrawOrderId: choose a new one");
        }
        return Finding.pass(ID, orderId, bound, "the withdrawOrderId is new");
    }

    private static boolean isUsed(String orderId, Collection<DecidedRequest> before) {
        for (DecidedRequest each : before) {
            if (each.holds(orderId)) {
                return true;
            }
        }
        return false;
    }
}
