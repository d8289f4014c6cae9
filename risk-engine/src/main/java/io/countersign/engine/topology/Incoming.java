package io.countersign.engine.topology;

import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.control.Control;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.RequestFacts;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.Octets;

/** A record that was read: for which account, and what is asked. */
sealed interface Incoming {

    AccountId account();

    /** A signed request with the octets that go on when it is approved. */
    record SignedRequest(RequestFacts facts, Octets sealedRequest) implements Incoming {
        @Override
        public AccountId account() {
            return facts.account();
        }
    }

    /** A change that a person asked for. */
    record ControlIn(Control control) implements Incoming {
        @Override
        public AccountId account() {
            return control.account();
        }
    }

    /** What became of a control that binds or unbinds a connection. */
    record ClaimedIn(ClaimedMessage claimed) implements Incoming {
        @Override
        public AccountId account() {
            return claimed.control().account();
        }
    }

    /** What became of a request. */
    record OutcomeIn(AccountId account, RecordOutcome command) implements Incoming {}
}
