package io.countersign.engine.topology;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.AlertMessage;
import java.util.List;

/** Hears of dead letters only. */
record HeardDeadLetters(List<String> topics) implements DecisionListener {

    @Override
    public void decided(RequestDecided decided) {}

    @Override
    public void lookedUp(AccountId account, RequestLookedUp lookedUp, List<AccountEvent> caused) {}

    @Override
    public void alerted(AlertMessage alert) {}

    @Override
    public void deadLetter(String topic) {
        topics.add(topic);
    }
}
