package io.countersign.gateway.api;

import io.countersign.domain.request.Endpoint;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.engine.AccountReport;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.countersign.reading.CatalogueEndpoint;
import io.countersign.reading.EndpointCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which look-up finds out what became of a request. */
final class LookUps {

    private static final EndpointCatalogue CATALOGUE = EndpointCatalogue.load();

    /** Longer than an approved request is under way: what has no outcome by then may never have one. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(2);

    private LookUps() {}

    /** Whether nobody told what became of {@code body}, or that nobody knows. */
    static boolean mayHelp(RequestBody body, Instant now) {
        RequestBody.DecisionPart decision = body.decision();
        boolean forgotten = body.state() == RequestState.APPROVED
                && decision != null
                && decision.decidedAt().plus(LONGEST_WAY).isBefore(now);
        return body.state() == RequestState.UNKNOWN || forgotten;
    }

    /** Empty when Binance cannot be asked about such a request, or no engine can tell at the moment. */
    static Optional<LookUpPart> toSign(Guard guard, RequestKey key) {
        try {
            return guard.report(key.account()).state().withdrawals().stream()
                    .filter(each -> each.request().equals(key.id().value()))
                    .findFirst()
                    .flatMap(LookUps::of);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<LookUpPart> of(AccountReport.Withdrawal withdrawal) {
        Optional<CatalogueEndpoint> asked = CATALOGUE.lookUpOf(Endpoint.parse(withdrawal.endpoint()));
        return asked.flatMap(endpoint -> endpoint.lookUp().map(names -> LookUpPart.of(endpoint, names, withdrawal)));
    }
}
