package io.countersign.domain.account;

import io.countersign.domain.control.Freeze;
import io.countersign.domain.id.AccountId;
import java.util.List;

/**
 * What holds for every account, as the house account has it.
 *
 * @param freezes some may have ended by themselves
 * @param livePolicy version of the policy that judges; 0 for none
 * @param shadowPolicy version of the policy that judges without effect; 0 for none
 */
public record House(List<Freeze> freezes, long livePolicy, long shadowPolicy) {

    /** Before anything was set. */
    public static final House NONE = new House(List.of(), 0, 0);

    public House {
        freezes = List.copyOf(freezes);
    }

    /** What {@code account}, the house's, holds for everyone. */
    public static House of(Account account) {
        if (!account.id().equals(AccountId.HOUSE)) {
            throw new IllegalStateException("account %s is not the house".formatted(account.id()));
        }
        PolicyLedger policies = account.policies();
        return new House(List.copyOf(account.standing().freezes().values()), policies.live(), policies.shadow());
    }
}
