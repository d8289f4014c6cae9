package io.countersign.engine.topology;

import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountCommand.ApplyControl;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountCommand.RefuseControl;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.control.Freeze;
import io.countersign.domain.request.RequestFacts;
import io.countersign.engine.topology.fanin.FanInView;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.policy.PolicyException;
import io.countersign.wire.policy.PolicyYaml;
import java.time.Instant;
import java.util.List;

/** From what came in to the account's command: adds what is known beyond the account. */
final class Commands {

    private final HouseRules house;
    private final FanInView fanIn;

    Commands(HouseRules house, FanInView fanIn) {
        this.house = house;
        this.fanIn = fanIn;
    }

    AccountCommand of(Incoming incoming, Instant at) {
        return switch (incoming) {
            case Incoming.SignedRequest request ->
                new EvaluateRequest(request.facts(), circumstances(request.facts(), at), at);
            case Incoming.ControlIn control -> control(control.control(), at);
            case Incoming.ClaimedIn claimed -> claimed(claimed.claimed(), at);
            case Incoming.OutcomeIn outcome -> outcome.command();
        };
    }

    private Circumstances circumstances(RequestFacts request, Instant at) {
        List<Freeze> covering = house.freezes(at).stream()
                .filter(each -> each.scope().covers(request))
                .toList();
        return new Circumstances(fanIn.otherAccounts(request, at), covering);
    }

    private static AccountCommand claimed(ClaimedMessage claimed, Instant at) {
        return switch (claimed.result()) {
            case GRANTED, ENDED -> new ApplyControl(claimed.control(), at);
            case TAKEN -> new RefuseControl(claimed.control(), "this API key is bound to another account", at);
        };
    }

    /** A policy that nobody can read must not become a version, nor a key that is none be bound; any other bind came by its claim. */
    private static AccountCommand control(Control control, Instant at) {
        if (control.change() instanceof ControlChange.ProposePolicy proposal) {
            try {
                PolicyYaml.parse(1, proposal.yaml());
            } catch (PolicyException e) {
                return new RefuseControl(control, String.valueOf(e.getMessage()), at);
            }
        }
        if (control.change() instanceof ControlChange.BindConnection) {
            return new RefuseControl(control, "the public key is neither Ed25519 nor RSA of 2048 to 4096 bits", at);
        }
        return new ApplyControl(control, at);
    }
}
