package io.countersign.gateway.control;

import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.ControlId;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.log.CommandLog;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.gateway.view.AskedControl;
import io.countersign.gateway.view.ConnectionView;
import io.countersign.gateway.view.ControlView;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes changes that a person asked for to the engine, and waits a little for its word. Blocks. */
public final class ControlDesk {

    private final Parts parts;
    private final ControlIds ids;

    /**
     * What the desk stands on.
     *
     * @param patience for the engine's word
     */
    public record Parts(
            CommandLog log,
            ControlView view,
            ConnectionView connections,
            ApiKeyFingerprints fingerprints,
            Duration patience) {}

    public ControlDesk(Parts parts) {
        this(parts, new ControlIds(null));
    }

    private ControlDesk(Parts parts, ControlIds ids) {
        this.parts = parts;
        this.ids = ids;
    }

    /** The same desk for a call with this {@code Idempotency-Key}: what it was used for before is not asked for again. */
    public ControlDesk keyed(@Nullable String key) {
        return new ControlDesk(parts, new ControlIds(key));
    }

    /**
     * Puts the change on the log and waits for the engine's word, and until this gateway knows what it needs of it; a refusal is a
     * problem.
     */
    public Submitted submit(AccountId account, Caller caller, Authority authority, ControlChange change) {
        ControlId id = ids.next(caller);
        CompletableFuture<DecisionBody> expected = parts.view().expect(id);
        enter(new Control(id, account, caller.subject(), authority, change));
        Instant deadline = Instant.now().plus(parts.patience());
        Optional<DecisionBody> taken = parts.view().await(expected, parts.patience());
        taken.filter(decision -> decision.status() == DecisionStatus.REJECTED).ifPresent(ControlDesk::refuse);
        boolean seen =
                parts.connections().await(() -> isSeen(account, change), Duration.between(Instant.now(), deadline));
        return new Submitted(id, seen ? taken : Optional.empty());
    }

    /** Puts a control on the log, once; two calls with one key come one after the other. */
    private void enter(Control control) {
        Lock lock = ids.lock(control.id());
        lock.lock();
        try {
            Optional<AskedControl> before = parts.view().request(control.id());
            if (before.isPresent()) {
                require(before.get().isSame(control));
            } else if (parts.log().append(control)) {
                parts.view().asked(control);
            } else {
                throw new ProblemException(
                        Problem.of(ProblemType.LOG_UNAVAILABLE, "the change could not be put on the log now; ask again")
                                .with("Retry-After", "1"));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void require(boolean same) {
        if (!same) {
            throw new ProblemException(Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key: it was used for another change; send a new one with each change"));
        }
    }

    /** The name of an API key, which is all that leaves this process. */
    public ConnectionId connection(String apiKey) {
        return parts.fingerprints().of(apiKey);
    }

    /** Whoever connects an API key signs with it next, and is to find its public key here. */
    private boolean isSeen(AccountId account, ControlChange change) {
        if (change instanceof ControlChange.BindConnection bind) {
            return parts.connections()
                    .rule(account, bind.connection())
                    .equals(Optional.of(SignatureRule.of(Optional.ofNullable(bind.publicKey())
                            .map(key -> Octets.of(Base64.getDecoder().decode(key))))));
        }
        return !(change instanceof ControlChange.UnbindConnection unbind)
                || parts.connections().rule(account, unbind.connection()).isEmpty();
    }

    private static void refuse(DecisionBody decision) {
        String reasons = decision.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
        throw new ProblemException(
                Problem.of(ProblemType.CONTROL_REFUSED, reasons.isEmpty() ? "the risk engine refused it" : reasons)
                        .with(decision.findings()));
    }
}
