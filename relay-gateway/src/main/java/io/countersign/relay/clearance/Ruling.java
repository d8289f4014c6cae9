package io.countersign.relay.clearance;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** What the relay does about one record on the topic of decisions. */
public sealed interface Ruling {

    /** Nothing: it is not a new approval. */
    record Pass() implements Ruling {}

    /** It cannot be read or trusted, so nobody can be told what became of it. */
    record Distrust(String reason) implements Ruling {}

    /**
     * A genuine approval that is not sent.
     *
     * @param outcome EXPIRED, or UNKNOWN where that it was never sent cannot be shown
     * @param suspect whether an operator should look at the record
     */
    record Withhold(RequestFacts facts, OutcomeClass outcome, String reason, boolean suspect) implements Ruling {}

    /**
     * It goes out, if it is the first of its name and no later one of its account went before.
     *
     * @param decidedAt when the engine took the request, on the brokers' clock
     */
    record Send(ClearedRequest request, Instant decidedAt) implements Ruling {}
}
