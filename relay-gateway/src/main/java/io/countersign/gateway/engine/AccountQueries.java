package io.countersign.gateway.engine;

import io.countersign.domain.id.AccountId;

/** Who knows what state an account is in. */
public interface AccountQueries {

    /**
     * What is known of {@code account}; of one that nothing happened to, too.
     *
     * @throws io.countersign.gateway.answer.ProblemException when no engine can tell in time
     */
    AccountReport account(AccountId account);

    /**
     * What a policy would decide on {@code account} as it is.
     *
     * @throws io.countersign.gateway.answer.ProblemException when no engine can tell in time, or the question makes no sense
     */
    DryRun.Result dryRun(AccountId account, DryRun question);
}
