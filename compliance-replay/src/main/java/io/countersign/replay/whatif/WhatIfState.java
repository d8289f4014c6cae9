package io.countersign.replay.whatif;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.AccountId;
import java.math.BigDecimal;

/** One account under the other policy, and how often it was decided otherwise. */
final class WhatIfState {

    final String key;
    Account account;

    long refused;
    BigDecimal refusedValue = BigDecimal.ZERO;
    long approved;
    BigDecimal approvedValue = BigDecimal.ZERO;

    WhatIfState(String key) {
        this.key = key;
        this.account = Account.empty(new AccountId(key));
    }

    boolean isAffected() {
        return refused + approved > 0;
    }
}
