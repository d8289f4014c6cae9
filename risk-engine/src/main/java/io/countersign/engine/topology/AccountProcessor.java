package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.DeadLetterMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.sign.Countersigner;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The shell around {@link AccountDecider}: load, decide, evolve, chain, store, forward. No rules here. */
final class AccountProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final String ROLE = "engine";

    private final EngineCodecs codecs;
    private final Countersigner countersigner;
    private final DecisionListener listener;
    private final CommandReader reader;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<String, StoredAccount> accounts;
    private @Nullable LivePolicy policy;

    AccountProcessor(EngineCodecs codecs, Countersigner countersigner, DecisionListener listener) {
        this.codecs = codecs;
        this.countersigner = countersigner;
        this.listener = listener;
        this.reader = new CommandReader(codecs);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        accounts = processorContext.getStateStore(EngineTopology.ACCOUNTS);
        ReadOnlyKeyValueStore<Long, byte[]> policies = processorContext.getStateStore(EngineTopology.POLICIES);
        policy = new LivePolicy(policies, codecs.policies());
    }

    @Override
    public void process(Record<byte[], byte[]> command) {
        RecordMetadata origin = context().recordMetadata().orElseThrow();
        Instant at = Instant.ofEpochMilli(command.timestamp());
        switch (reader.read(origin.topic(), command.key(), command.value(), at)) {
            case Read.Value<Incoming> read -> decide(command, read.value());
            case Read.Unreadable<Incoming> read -> giveUp(command, origin, read.reason());
        }
    }

    private void decide(Record<byte[], byte[]> command, Incoming incoming) {
        StoredAccount before = load(incoming.account());
        List<AccountEvent> events = AccountDecider.decide(
                incoming.command(),
                before.account(),
                Objects.requireNonNull(policy).current());
        StoredAccount after = before;
        for (AccountEvent event : events) {
            after = journal(command, after, event);
        }
        if (!events.isEmpty()) {
            store().put(incoming.account().value(), after);
        }
        answer(command, incoming, events, after.account());
    }

    private StoredAccount journal(Record<byte[], byte[]> command, StoredAccount stored, AccountEvent event) {
        AccountId id = stored.account().id();
        long sequence = stored.sequence() + 1;
        byte[] entry = codecs.journal().encode(new JournalMessage(id, sequence, stored.lastHash(), event));
        context().forward(command.withValue(entry), EngineTopology.JOURNAL);
        Octets hash = JournalChain.next(entry, codecs.journal().headerLength());
        return new StoredAccount(stored.account().evolve(event), sequence, hash);
    }

    private void answer(Record<byte[], byte[]> command, Incoming incoming, List<AccountEvent> events, Account after) {
        switch (incoming) {
            case Incoming.SignedRequest request -> {
                DecisionBody body = events.stream()
                        .filter(RequestDecided.class::isInstance)
                        .map(RequestDecided.class::cast)
                        .peek(listener::decided)
                        .findFirst()
                        .map(decided -> DecisionBody.decided(decided, request.sealedRequest()))
                        .orElseGet(() -> DecisionBody.repeated(request.command(), after));
                forward(command, body);
            }
            case Incoming.ControlIn control -> forward(command, DecisionBody.applied(control.command()));
            case Incoming.OutcomeIn outcome -> {
                // Whoever waits for an outcome reads the topic that it came from.
            }
        }
    }

    private void forward(Record<byte[], byte[]> command, DecisionBody body) {
        byte[] decision = codecs.decisions().encode(countersigner.sign(body));
        context().forward(command.withValue(decision), EngineTopology.DECISIONS);
    }

    private void giveUp(Record<byte[], byte[]> command, RecordMetadata origin, String reason) {
        byte @Nullable [] key = command.key();
        byte @Nullable [] value = command.value();
        DeadLetterMessage letter = new DeadLetterMessage(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                ROLE,
                reason,
                key == null ? null : Octets.of(key),
                value == null ? null : Octets.of(value));
        listener.deadLetter(origin.topic());
        context().forward(command.withValue(codecs.deadLetters().encode(letter)), EngineTopology.DEAD_LETTERS);
    }

    private StoredAccount load(AccountId id) {
        StoredAccount stored = store().get(id.value());
        return stored == null ? new StoredAccount(Account.empty(id), 0, JournalChain.genesis(id)) : stored;
    }

    private ProcessorContext<byte[], byte[]> context() {
        return Objects.requireNonNull(context, "process before init");
    }

    private KeyValueStore<String, StoredAccount> store() {
        return Objects.requireNonNull(accounts, "process before init");
    }
}
