package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.value;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What became of accounts so far, by what the engine wrote. */
record History(EngineHarness engine) {

    List<AccountEvent> events(AccountId account) {
        return engine.journal(account).map(JournalMessage::event).toList();
    }

    /** The last thing that {@code account} was told. */
    DecisionBody answer(AccountId account) {
        return answers(account).getLast();
    }

    List<DecisionBody> answers(AccountId account) {
        return engine.read(Topics.DECISIONS.name()).stream()
                .filter(each -> Arrays.equals(each.key(), EngineHarness.key(account)))
                .map(each -> value(engine.codecs.decisions(), each.value()).body())
                .toList();
    }

    /** The key of records about {@code connection}. */
    static byte[] key(ConnectionId connection) {
        return connection.fingerprint().getBytes(StandardCharsets.US_ASCII);
    }
}
