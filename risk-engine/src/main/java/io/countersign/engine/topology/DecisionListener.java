package io.countersign.engine.topology;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.id.AccountId;
import io.countersign.engine.topology.guard.AlertListener;
import java.util.List;

/** Hears what the processor does, for metrics. */
public interface DecisionListener extends AlertListener {

    /** A request was decided for the first time. */
    void decided(RequestDecided decided);

    /** A look-up said something about a request of {@code account}; {@code caused} is all that it caused. */
    void lookedUp(AccountId account, RequestLookedUp lookedUp, List<AccountEvent> caused);

    /** A record of {@code topic} was given up. */
    void deadLetter(String topic);
}
