package io.countersign.wire.testing;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.ControlId;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.seal.WireAnswer;
import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Any message that a topic may carry, from one seed. */
public final class RandomMessages {

    private final RandomFacts facts;

    public RandomMessages(Random random) {
        facts = new RandomFacts(random);
    }

    public RequestMessage request() {
        return new RequestMessage(facts.facts(), facts.octets());
    }

    public Control control() {
        ControlChange change = facts.oneOf(List.of(
                new ControlChange.AddAddress(facts.destination()),
                new ControlChange.RemoveAddress(facts.destination()),
                new ControlChange.BindConnection(facts.connection()),
                new ControlChange.UnbindConnection(facts.connection()),
                new ControlChange.FreezeAccount(facts.text()),
                new ControlChange.UnfreezeAccount(facts.text())));
        return new Control(controlId(), facts.account(), facts.text(), change);
    }

    public OutcomeMessage outcomeMessage() {
        return new OutcomeMessage(facts.account(), outcome(), facts.maybe(facts.octets()));
    }

    public DecisionMessage decision() {
        DecisionBody body = new DecisionBody(
                facts.oneOf(List.of(DecisionKind.values())),
                facts.requestId().value(),
                facts.account(),
                facts.status(),
                facts.findings(),
                facts.number(),
                facts.instant(),
                facts.maybe(facts.facts()),
                facts.maybe(facts.octets()));
        return new DecisionMessage(body, facts.octets());
    }

    public JournalMessage journal() {
        return new JournalMessage(facts.account(), 1 + facts.number(), facts.hash(), event());
    }

    public PolicyMessage policy() {
        return new PolicyMessage(1 + facts.number(), facts.text(), facts.text(), facts.instant());
    }

    public ReferenceMessage reference() {
        ReferenceMessage.Datum datum = facts.oneOf(List.of(
                new ReferenceMessage.Prices(
                        facts.asset(), Map.of(facts.asset(), facts.decimal()), Map.of(facts.text(), facts.decimal())),
                new ReferenceMessage.ClockOffset(Duration.ofMillis(facts.number() - 500)),
                new ReferenceMessage.SystemStatus((int) facts.number(), facts.text())));
        return new ReferenceMessage(facts.instant(), datum);
    }

    public DeadLetterMessage deadLetter() {
        return new DeadLetterMessage(
                facts.text(),
                (int) facts.number(),
                facts.number(),
                facts.text(),
                facts.text(),
                facts.maybe(facts.octets()),
                facts.maybe(facts.octets()));
    }

    public WireRequest wireRequest() {
        return new WireRequest("POST", facts.text(), facts.maybe(facts.text()), facts.text(), facts.octets());
    }

    public WireAnswer wireAnswer() {
        List<WireAnswer.Header> headers = List.of(new WireAnswer.Header(facts.text(), facts.text()));
        return new WireAnswer((int) facts.number(), facts.oneOf(List.of(List.of(), headers)), facts.octets());
    }

    private Outcome outcome() {
        return new Outcome(
                facts.requestId(),
                facts.oneOf(List.of(OutcomeClass.values())),
                facts.maybe((int) facts.number()),
                facts.maybe(-1 - (int) facts.number()),
                facts.text(),
                facts.maybe(facts.instant()));
    }

    private AccountEvent event() {
        return facts.oneOf(List.of(
                new AccountEvent.RequestDecided(
                        facts.facts(),
                        facts.status(),
                        facts.findings(),
                        facts.number(),
                        facts.instant(),
                        facts.instant()),
                new AccountEvent.ReservationOpened(facts.requestId(), facts.amount(), facts.instant()),
                new AccountEvent.ReservationSettled(facts.requestId(), facts.instant()),
                new AccountEvent.ReservationReleased(facts.requestId(), facts.instant()),
                new AccountEvent.OutcomeRecorded(outcome(), facts.instant()),
                new AccountEvent.AddressAdded(controlId(), facts.text(), facts.destination(), facts.instant()),
                new AccountEvent.AddressRemoved(controlId(), facts.text(), facts.destination(), facts.instant()),
                new AccountEvent.ConnectionBound(controlId(), facts.text(), facts.connection(), facts.instant()),
                new AccountEvent.ConnectionUnbound(controlId(), facts.text(), facts.connection(), facts.instant()),
                new AccountEvent.AccountFrozen(controlId(), facts.text(), facts.text(), facts.instant()),
                new AccountEvent.AccountUnfrozen(controlId(), facts.text(), facts.text(), facts.instant())));
    }

    private ControlId controlId() {
        return new ControlId(facts.requestId().value());
    }
}
