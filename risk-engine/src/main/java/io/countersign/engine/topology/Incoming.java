package io.countersign.engine.topology;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.Octets;

/** A record that was read: for which account, and what is asked. */
sealed interface Incoming {

    AccountId account();

    AccountCommand command();

    /** A signed request with the octets that go on when it is approved. */
    record SignedRequest(AccountCommand.EvaluateRequest command, Octets sealedRequest) implements Incoming {

        @Override
        public AccountId account() {
            return command.request().account();
        }
    }

    /** A change that a person asked for. */
    record ControlIn(AccountCommand.ApplyControl command) implements Incoming {

        @Override
        public AccountId account() {
            return command.control().account();
        }
    }

    /** What became of a request. */
    record OutcomeIn(AccountId account, AccountCommand.RecordOutcome command) implements Incoming {}
}
