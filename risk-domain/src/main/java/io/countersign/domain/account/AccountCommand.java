package io.countersign.domain.account;

import io.countersign.domain.control.Control;
import io.countersign.domain.request.RequestFacts;
import java.time.Instant;

/** What an account is asked to do. Its time is the log's: when the broker appended the record. */
public sealed interface AccountCommand {

    /** Log-append time of the record. */
    Instant at();

    /** Judge a signed request. */
    record EvaluateRequest(RequestFacts request, Circumstances circumstances, Instant at) implements AccountCommand {}

    /** Take note of what became of a request. */
    record RecordOutcome(Outcome outcome, Instant at) implements AccountCommand {}

    /** Carry out a control. */
    record ApplyControl(Control control, Instant at) implements AccountCommand {}

    /** Take note that a control cannot be carried out, for a reason beyond the account. */
    record RefuseControl(Control control, String reason, Instant at) implements AccountCommand {}
}
