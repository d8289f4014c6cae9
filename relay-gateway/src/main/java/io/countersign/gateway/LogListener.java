package io.countersign.gateway;

import io.countersign.domain.account.House;
import io.countersign.domain.control.Control;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.RequestFacts;
import io.countersign.gateway.events.AccountStreams;
import io.countersign.gateway.events.Notice;
import io.countersign.gateway.events.Source;
import io.countersign.gateway.log.Followed.Position;
import io.countersign.gateway.view.AskedControl;
import io.countersign.gateway.view.ControlView;
import io.countersign.gateway.view.PolicyView;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.countersign.gateway.view.RequestStatus;
import io.countersign.gateway.view.RequestView;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.OutcomeMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes what is read from the log into the views first and then into the streams, so that whoever is told can look. */
final class LogListener {

    private static final Logger LOG = Logger.getLogger(LogListener.class);

    private final CountersignatureVerifier verifier;
    private final RequestView requests;
    private final ControlView controls;
    private final PolicyView policies;
    private final AccountStreams streams;

    LogListener(
            CountersignatureVerifier verifier,
            RequestView requests,
            ControlView controls,
            PolicyView policies,
            AccountStreams streams) {
        this.verifier = verifier;
        this.requests = requests;
        this.controls = controls;
        this.policies = policies;
        this.streams = streams;
    }

    void decided(DecisionMessage decision, Position at) {
        DecisionBody body = decision.body();
        if (!verifier.isGenuine(decision)) {
            LOG.errorf("decision not countersigned by the engine, ignored: id=%s", body.id());
            return;
        }
        switch (body.kind()) {
            case REQUEST -> {
                requests.decided(body);
                tell(body, at, ofRequest(body));
            }
            case REPEAT -> {
                requests.decided(body);
                if (body.resolved() != null) {
                    tell(body, at, ofResolved(body));
                }
            }
            case CONTROL -> {
                controls.taken(body);
                tell(body, at, ofControl(body));
            }
        }
    }

    void cameTo(OutcomeMessage outcome, Position at) {
        requests.cameTo(outcome);
        RequestId id = outcome.outcome().requestId();
        RequestState state = requests.find(new RequestKey(outcome.account(), id))
                .map(status -> status.state())
                .orElseGet(() -> RequestState.of(outcome.outcome().outcome()));
        Notice notice = new Notice.OfRequest(id.value(), state.name(), null, null, null);
        streams.tell(outcome.account(), Source.OUTCOMES, at.partition(), at.offset(), notice);
    }

    void asked(Control control) {
        controls.asked(control);
    }

    void holds(House house) {
        policies.holds(house);
        streams.tellEveryone(Notice.OfHouse.of(house, Instant.now()));
    }

    private void tell(DecisionBody body, Position at, Notice notice) {
        streams.tell(body.account(), Source.DECISIONS, at.partition(), at.offset(), notice);
    }

    private static Notice ofRequest(DecisionBody body) {
        RequestFacts facts = body.facts();
        return new Notice.OfRequest(
                body.id(),
                body.status().name(),
                facts == null ? null : facts.endpoint().toString(),
                body.decidedAt(),
                body.confirmation() == null ? null : body.confirmation().value());
    }

    private Notice ofResolved(DecisionBody body) {
        RequestKey key = new RequestKey(body.account(), new RequestId(body.id()));
        RequestState state = requests.find(key).map(RequestStatus::state).orElse(RequestState.UNKNOWN);
        return new Notice.OfRequest(body.id(), state.name(), null, null, null);
    }

    private Notice ofControl(DecisionBody body) {
        AskedControl asked = controls.request(new ControlId(body.id())).orElse(null);
        boolean refused = body.status() == DecisionStatus.REJECTED;
        String reason = body.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
        return new Notice.OfControl(
                body.id(),
                refused ? "REFUSED" : "APPLIED",
                asked == null ? null : asked.change(),
                asked == null ? null : asked.requestedBy(),
                refused ? reason : null);
    }
}
