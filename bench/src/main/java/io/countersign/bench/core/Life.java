package io.countersign.bench.core;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.bench.workload.Crowd;
import io.countersign.bench.workload.Intake;
import io.countersign.bench.workload.Member;
import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.policy.Policies;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.policy.FirstPolicy;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.keys.Keysets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.policy.PolicyYaml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** One account that did something every day, under the policy of a fresh sandbox. */
final class Life {

    private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
    private static final int OK = 200;

    private final Policies policies = Policies.only(PolicyYaml.parse(1, FirstPolicy.document()));
    private final Intake intake;
    private final Member member;
    private Account account;
    private Instant now = BEGIN;
    private long asked;

    Life(Path keys) {
        Crowd crowd = new Crowd(1, 1, new ApiKeyFingerprints(key(keys, KeyFile.GATEWAY_FINGERPRINT, PrfSet.class)));
        intake = new Intake(crowd, key(keys, KeyFile.RELAY_SEAL_PUBLIC, HybridEncrypt.class));
        member = crowd.member(0);
        account = Account.empty(member.account());
        control(1, new ControlChange.BindConnection(member.connection(), null));
        control(2, new ControlChange.AddAddress(member.home()));
        control(3, new ControlChange.AddAddress(member.second()));
    }

    static <P> P key(Path keys, KeyFile file, Class<P> type) {
        return Keysets.primitive(file.fileName(), file.in(keys), type);
    }

    /** Goes on until {@code transfers} more were approved and done, {@code apart} from each other. */
    Life live(int transfers, Duration apart) {
        for (int done = 0; done < transfers; ) {
            now = now.plus(apart);
            RequestMessage request = intake.take(asked++, now);
            int events = take(evaluation(request));
            if (events > 1) {
                done++;
                take(new RecordOutcome(
                        new Outcome(request.facts().id(), OutcomeClass.DONE, OK, null, "Binance did it", now), now));
            }
        }
        return this;
    }

    Account account() {
        return account;
    }

    Policies policies() {
        return policies;
    }

    /** The next withdrawal that would be approved, not yet decided. */
    RequestMessage nextApproved() {
        now = now.plusSeconds(1);
        for (long number = asked; ; number++) {
            RequestMessage request = intake.take(number, now);
            if (AccountDecider.decide(evaluation(request), account, policies).size() > 1) {
                return request;
            }
        }
    }

    EvaluateRequest evaluation(RequestMessage request) {
        return new EvaluateRequest(request.facts(), Circumstances.NONE, now);
    }

    Intake intake() {
        return intake;
    }

    private void control(int number, ControlChange change) {
        take(new ApplyControl(
                new Control(
                        new ControlId("%032x".formatted(number)),
                        member.account(),
                        member.account().value(),
                        Authority.OWNER,
                        change),
                now));
    }

    private int take(AccountCommand command) {
        int events = 0;
        for (AccountEvent event : AccountDecider.decide(command, account, policies)) {
            account = account.evolve(event);
            events++;
        }
        return events;
    }
}
