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
import io.countersign.gateway.view.ControlView;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.message.DecisionBody;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Takes changes that a person asked for to the engine, and waits a little for its word. Blocks. */
public final class ControlDesk {

    private static final int ID_OCTETS = 16;

    private final CommandLog log;
    private final ControlView view;
    private final ApiKeyFingerprints fingerprints;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    public ControlDesk(CommandLog log, ControlView view, ApiKeyFingerprints fingerprints, Duration patience) {
        this.log = log;
        this.view = view;
        this.fingerprints = fingerprints;
        this.patience = patience;
    }

    /** Puts the change on the log and waits for the engine's word; a refusal is a problem. */
    public Submitted submit(AccountId account, Caller caller, Authority authority, ControlChange change) {
        ControlId id = newId();
        CompletableFuture<DecisionBody> expected = view.expect(id);
        if (!log.append(new Control(id, account, caller.subject(), authority, change))) {
            throw new ProblemException(
                    Problem.of(ProblemType.LOG_UNAVAILABLE, "the change could not be put on the log now; ask again")
                            .with("Retry-After", "1"));
        }
        Optional<DecisionBody> taken = view.await(expected, patience);
        taken.filter(decision -> decision.status() == DecisionStatus.REJECTED).ifPresent(ControlDesk::refuse);
        return new Submitted(id, taken);
    }

    /** The name of an API key, which is all that leaves this process. */
    public ConnectionId connection(String apiKey) {
        return fingerprints.of(apiKey);
    }

    private static void refuse(DecisionBody decision) {
        String reasons = decision.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
        throw new ProblemException(
                Problem.of(ProblemType.CONTROL_REFUSED, reasons.isEmpty() ? "the risk engine refused it" : reasons)
                        .with(decision.findings()));
    }

    private ControlId newId() {
        byte[] octets = new byte[ID_OCTETS];
        random.nextBytes(octets);
        return new ControlId(HexFormat.of().formatHex(octets));
    }
}
