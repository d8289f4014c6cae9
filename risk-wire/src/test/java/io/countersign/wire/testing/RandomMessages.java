package io.countersign.wire.testing;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.House;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.EndpointClass;
import io.countersign.wire.message.AlertKind;
import io.countersign.wire.message.AlertMessage;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimResult;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.ConnectionHolder;
import io.countersign.wire.message.ConnectionMessage;
import io.countersign.wire.message.DataKeyMessage;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.FanInMessage;
import io.countersign.wire.message.GuardState;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.KeyKind;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.message.Outline;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.ReferenceMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.SightingMessage;
import io.countersign.wire.message.TallyMessage;
import io.countersign.wire.seal.WireAnswer;
import io.countersign.wire.seal.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Any message that a topic may carry, from one seed. */
public final class RandomMessages {

    private final RandomFacts facts;
    private final RandomEvents events;

    public RandomMessages(Random random) {
        facts = new RandomFacts(random);
        events = new RandomEvents(facts);
    }

    public RequestMessage request() {
        return new RequestMessage(facts.facts(), facts.octets());
    }

    public Control control() {
        ControlChange change = facts.oneOf(List.of(
                new ControlChange.AddAddress(facts.destination()),
                new ControlChange.RemoveAddress(facts.destination()),
                new ControlChange.BindConnection(facts.connection(), facts.maybe(facts.text())),
                new ControlChange.UnbindConnection(facts.connection()),
                new ControlChange.FreezeAccount(events.scope(), facts.text(), facts.maybe(facts.instant())),
                new ControlChange.UnfreezeAccount(facts.maybe(events.controlId()), facts.text()),
                new ControlChange.EraseAccount(facts.maybe(events.controlId()), facts.text()),
                new ControlChange.AssignTier(facts.maybe(facts.text())),
                new ControlChange.ConfirmIntent(events.confirmation()),
                new ControlChange.ProposePolicy(facts.text()),
                new ControlChange.ConfirmPolicy(facts.number()),
                new ControlChange.ShadowPolicy(facts.number())));
        return new Control(events.controlId(), facts.account(), facts.text(), events.authority(), change);
    }

    public OutcomeMessage outcomeMessage() {
        return new OutcomeMessage(
                facts.account(), events.outcome(), facts.maybe(facts.octets()), facts.maybe(facts.seconds()));
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
                facts.maybe(facts.octets()),
                facts.maybe(events.confirmation()),
                facts.maybe(events.resolved()));
        return new DecisionMessage(body, facts.octets());
    }

    public JournalMessage journal() {
        AccountEvent event = events.event();
        return new JournalMessage(
                facts.account(),
                1 + facts.number(),
                facts.hash(),
                facts.oneOf(List.of(
                        new JournalContent.Clear(event),
                        new JournalContent.Sealed(Outline.of(event), facts.octets(), event.at()))));
    }

    public DataKeyMessage dataKey() {
        return new DataKeyMessage(facts.octets());
    }

    public CheckpointMessage checkpoint() {
        CheckpointBody body = new CheckpointBody((int) facts.number(), facts.number(), facts.hash(), facts.instant());
        return new CheckpointMessage(body, facts.octets());
    }

    public PolicyMessage policy() {
        return new PolicyMessage(1 + facts.number(), facts.text(), facts.text(), facts.instant());
    }

    public ClaimMessage claim() {
        return facts.oneOf(List.of(
                new ClaimMessage.Asked(binding()),
                new ClaimMessage.Released(facts.account(), facts.connection(), facts.number())));
    }

    public ClaimedMessage claimed() {
        return new ClaimedMessage(binding(), facts.oneOf(List.of(ClaimResult.values())), facts.maybe(facts.number()));
    }

    public ConnectionHolder holder() {
        return new ConnectionHolder(facts.account(), facts.number());
    }

    public ConnectionMessage connection() {
        KeyKind kind = facts.oneOf(List.of(KeyKind.values()));
        return new ConnectionMessage(
                facts.account(), kind, kind == KeyKind.HMAC ? null : facts.octets(), facts.instant());
    }

    public SightingMessage sighting() {
        return new SightingMessage(facts.hash(), facts.account(), facts.instant());
    }

    public FanInMessage fanIn() {
        return new FanInMessage(List.of(
                new FanInMessage.Sender(facts.account(), facts.instant()),
                new FanInMessage.Sender(facts.account(), facts.instant())));
    }

    public TallyMessage tally() {
        return new TallyMessage(facts.number(), endpoints(), facts.instant(), facts.number(), facts.number());
    }

    public GuardState guardState() {
        return new GuardState(
                facts.instant(),
                Map.of(endpoints(), new GuardState.Count(facts.number(), facts.number())),
                facts.oneOf(List.of(true, false)));
    }

    public AlertMessage alert() {
        return new AlertMessage(
                AlertKind.REJECTION_SHARE,
                facts.number(),
                endpoints(),
                facts.number(),
                facts.number(),
                facts.number() / 1000.0,
                facts.instant(),
                facts.instant(),
                facts.text());
    }

    private EndpointClass endpoints() {
        return facts.oneOf(List.of(EndpointClass.values()));
    }

    private Control binding() {
        ControlChange change = facts.oneOf(List.of(
                new ControlChange.BindConnection(facts.connection(), facts.maybe(facts.text())),
                new ControlChange.UnbindConnection(facts.connection())));
        return new Control(events.controlId(), facts.account(), facts.text(), events.authority(), change);
    }

    public House house() {
        return new House(events.freezes(), facts.number(), facts.number());
    }

    public ReferenceMessage reference() {
        ReferenceMessage.Datum datum = facts.oneOf(List.of(
                new ReferenceMessage.Prices(
                        facts.asset(), Map.of(facts.asset(), facts.decimal()), Map.of(facts.text(), facts.decimal())),
                new ReferenceMessage.ClockOffset(Duration.ofMillis(facts.number() - 500)),
                new ReferenceMessage.SystemStatus((int) facts.number(), facts.text()),
                new ReferenceMessage.ExchangeRules(facts.text(), "[]", "[]", List.of(facts.text())),
                new ReferenceMessage.ExchangeSymbol(facts.text(), facts.text())));
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
}
