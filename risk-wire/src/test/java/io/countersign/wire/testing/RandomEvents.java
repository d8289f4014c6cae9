package io.countersign.wire.testing;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.ShadowVerdict;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.EndpointClass;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.control.FreezeScope;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.request.Endpoint;
import io.countersign.wire.message.Resolved;
import java.util.List;
import java.util.function.Supplier;

/** Any event of an account. */
final class RandomEvents {

    private final RandomFacts facts;

    RandomEvents(RandomFacts facts) {
        this.facts = facts;
    }

    AccountEvent event() {
        return facts.oneOf(List.<Supplier<AccountEvent>>of(this::ofRequest, this::ofControl, this::ofHouse))
                .get();
    }

    private AccountEvent ofRequest() {
        return facts.oneOf(List.of(
                new AccountEvent.RequestDecided(
                        facts.facts(),
                        facts.maybe(Circumstances.NONE) == null
                                ? Circumstances.NONE
                                : new Circumstances((int) facts.number(), freezes()),
                        facts.status(),
                        facts.findings(),
                        facts.number(),
                        facts.maybe(new ShadowVerdict(facts.number(), facts.status(), facts.findings())),
                        facts.instant(),
                        facts.instant(),
                        facts.instant()),
                new AccountEvent.ReservationOpened(
                        facts.requestId(),
                        facts.amount(),
                        facts.maybe(facts.asset()),
                        facts.maybe(facts.destination()),
                        facts.instant()),
                new AccountEvent.ReservationSettled(facts.requestId(), facts.instant()),
                new AccountEvent.ReservationReleased(facts.requestId(), facts.instant()),
                new AccountEvent.OutcomeRecorded(outcome(), facts.number(), facts.instant()),
                lookedUp(),
                new AccountEvent.ConfirmationRequested(
                        confirmation(), facts.intent(), facts.instant(), facts.instant()),
                new AccountEvent.ConfirmationSpent(
                        confirmation(), facts.intent(), facts.requestId(), facts.instant())));
    }

    private AccountEvent ofControl() {
        return facts.oneOf(List.of(
                new AccountEvent.IntentConfirmed(
                        controlId(),
                        facts.text(),
                        authority(),
                        confirmation(),
                        facts.intent(),
                        facts.number(),
                        facts.instant(),
                        facts.instant()),
                new AccountEvent.AddressAdded(controlId(), facts.text(), facts.destination(), facts.instant()),
                new AccountEvent.AddressRemoved(controlId(), facts.text(), facts.destination(), facts.instant()),
                new AccountEvent.ConnectionBound(
                        controlId(), facts.text(), facts.connection(), facts.maybe(facts.text()), facts.instant()),
                new AccountEvent.ConnectionUnbound(controlId(), facts.text(), facts.connection(), facts.instant()),
                new AccountEvent.AccountFrozen(
                        controlId(),
                        facts.text(),
                        authority(),
                        scope(),
                        facts.text(),
                        facts.maybe(facts.instant()),
                        facts.instant()),
                new AccountEvent.AccountUnfrozen(
                        controlId(), facts.text(), facts.maybe(controlId()), facts.text(), facts.instant()),
                new AccountEvent.TierAssigned(controlId(), facts.text(), facts.maybe(facts.text()), facts.instant())));
    }

    private AccountEvent ofHouse() {
        return facts.oneOf(List.of(
                new AccountEvent.PolicyProposed(
                        controlId(), facts.text(), facts.number(), facts.text(), facts.instant()),
                new AccountEvent.PolicyConfirmed(controlId(), facts.text(), facts.number(), facts.instant()),
                new AccountEvent.PolicyShadowed(controlId(), facts.text(), facts.number(), facts.instant()),
                new AccountEvent.ErasureAsked(controlId(), facts.text(), facts.text(), facts.instant()),
                new AccountEvent.AccountErased(controlId(), facts.text(), controlId(), facts.text(), facts.instant()),
                new AccountEvent.ControlRefused(controlId(), facts.text(), facts.text(), facts.instant())));
    }

    Outcome outcome() {
        return new Outcome(
                facts.requestId(),
                facts.oneOf(List.of(OutcomeClass.values())),
                facts.maybe((int) facts.number()),
                facts.maybe(-1 - (int) facts.number()),
                facts.text(),
                facts.maybe(facts.instant()),
                facts.maybe(lookUp()));
    }

    private AccountEvent lookedUp() {
        return new AccountEvent.RequestLookedUp(
                facts.requestId(),
                facts.requestId(),
                facts.oneOf(List.of(LookUpResult.values())),
                facts.text(),
                facts.instant(),
                facts.instant());
    }

    private LookUp lookUp() {
        FoundWithdrawal found = new FoundWithdrawal(
                facts.text(),
                (int) facts.number(),
                facts.amount(),
                facts.amount().value(),
                facts.destination(),
                facts.instant());
        return new LookUp(
                facts.connection(),
                new Endpoint("POST", "/withdraw"),
                facts.text(),
                facts.instant(),
                facts.instant(),
                facts.oneOf(List.of(List.of(), List.of(found))));
    }

    Resolved resolved() {
        return new Resolved(facts.oneOf(List.of(Resolution.values())), facts.requestId(), facts.text());
    }

    List<Freeze> freezes() {
        return facts.oneOf(List.of(
                List.of(),
                List.of(new Freeze(
                        controlId(),
                        scope(),
                        facts.text(),
                        facts.text(),
                        facts.instant(),
                        facts.maybe(facts.instant())))));
    }

    FreezeScope scope() {
        return facts.oneOf(List.of(
                new FreezeScope.Everything(),
                new FreezeScope.OfEndpoints(facts.oneOf(List.of(EndpointClass.values()))),
                new FreezeScope.OfAsset(facts.asset())));
    }

    Authority authority() {
        return facts.oneOf(List.of(Authority.values()));
    }

    ConfirmationId confirmation() {
        return ConfirmationId.raisedBy(facts.requestId());
    }

    ControlId controlId() {
        return new ControlId(facts.requestId().value());
    }
}
