package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** One question about a request. Pure: the same arguments give the same finding, for ever. */
public interface Rule {

    /** The finding on {@code request} of an account in the state {@code account} at {@code now}. */
    Finding evaluate(RequestFacts request, Account account, Instant now);
}
