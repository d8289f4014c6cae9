package io.countersign.domain.rule;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** All that a rule may look at. */
public record RuleInput(RequestFacts request, Account account, Circumstances circumstances, Instant now) {}
