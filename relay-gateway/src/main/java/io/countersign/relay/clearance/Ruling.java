package io.countersign.relay.clearance;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.request.RequestFacts;

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

    /** It goes out. */
    record Send(ClearedRequest request) implements Ruling {}
}
