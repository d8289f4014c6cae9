package io.countersign.gateway.intake;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.rate.Rates;
import io.countersign.gateway.signature.SignatureCheck;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.gateway.view.ConnectionView;
import io.countersign.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * What a new request must pass before it is written anywhere. An API key that is not known to be the account's passes: the engine
 * refuses it and keeps a record of who tried.
 *
 * @param isLogRead whether every connection that was bound when this process started is known
 * @param margin life that a signature must still have
 */
record Admission(ConnectionView connections, Rates rates, BooleanSupplier isLogRead, Duration margin) {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    /** Why the request does not go on; empty when it does. {@code now} is Binance's. */
    Optional<Problem> refusal(AccountId account, ConnectionId connection, Reading.Understood request, Instant now) {
        if (!isLogRead.getAsBoolean()) {
            return Optional.of(Problem.of(
                            ProblemType.LOG_UNAVAILABLE,
                            "the gateway has not read yet what it must know; nothing was done, send it again")
                    .with("Retry-After", "1"));
        }
        Optional<SignatureRule> rule = connections.rule(account, connection);
        return rates.request(account, rule.map(known -> connection))
                .or(() -> Lateness.refusal(request.window(), now, margin))
                .or(() -> rule.flatMap(known -> unsigned(account, connection, request, known)));
    }

    private static Optional<Problem> unsigned(
            AccountId account, ConnectionId connection, Reading.Understood request, SignatureRule rule) {
        Optional<Problem> refused = SignatureCheck.refusal(request.wire(), request.signature(), rule);
        if (refused.isPresent()) {
            LOG.infof("signature refused: account=%s connection=%s", account, connection);
        }
        return refused;
    }
}
