package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.AccountErased;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.engine.topology.connection.Connections;
import io.countersign.engine.topology.fanin.FanInView;
import io.countersign.engine.topology.input.DeadLetters;
import io.countersign.wire.codec.Read;
import io.countersign.wire.journal.WrappingKeys;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.sign.Countersigner;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The shell around {@link AccountDecider}: load, decide, evolve, chain, store, forward. No rules here. */
final class AccountProcessor implements Processor<byte[], byte[], byte[], Object> {

    private final EngineCodecs codecs;
    private final Countersigner countersigner;
    private final DecisionListener listener;
    private final EngineShape shape;
    private final DeadLetters deadLetters;
    private final CommandReader reader;
    private final WrappingKeys wrapping;
    private @Nullable ProcessorContext<byte[], Object> context;
    private @Nullable TaskAccounts accounts;
    private @Nullable JournalWriter journal;
    private @Nullable HouseRules house;
    private @Nullable Commands commands;
    private @Nullable HousePublisher publisher;
    private @Nullable AccountReports reports;
    private @Nullable ConnectionPublisher connections;

    AccountProcessor(
            EngineCodecs codecs,
            Countersigner countersigner,
            DecisionListener listener,
            EngineShape shape,
            WrappingKeys wrapping) {
        this.wrapping = wrapping;
        this.codecs = codecs;
        this.countersigner = countersigner;
        this.listener = listener;
        this.shape = shape;
        this.deadLetters = new DeadLetters(codecs.deadLetters(), listener::deadLetter);
        this.reader = new CommandReader(codecs, new Ownership(shape.partitions()));
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        accounts = new TaskAccounts(processorContext.getStateStore(EngineTopology.ACCOUNTS));
        HouseRules rules = new HouseRules(
                processorContext.getStateStore(EngineTopology.HOUSE),
                processorContext.getStateStore(EngineTopology.POLICIES),
                codecs);
        house = rules;
        commands = new Commands(
                rules,
                new FanInView(processorContext.getStateStore(EngineTopology.FAN_IN), codecs.fanIn(), shape.fanIn()));
        journal = new JournalWriter(codecs, wrapping, processorContext);
        publisher = new HousePublisher(codecs, processorContext);
        reports = new AccountReports(codecs, processorContext);
        connections = new ConnectionPublisher(codecs, processorContext);
    }

    @Override
    public void process(Record<byte[], byte[]> command) {
        RecordMetadata origin = context().recordMetadata().orElseThrow();
        Instant at = Instant.ofEpochMilli(command.timestamp());
        switch (reader.read(origin, command.key(), command.value(), at)) {
            case Read.Value<Incoming> read -> take(command, read.value(), at);
            case Read.Unreadable<Incoming> read ->
                context().forward(deadLetters.letter(command, origin, read.reason()), EngineTopology.DEAD_LETTERS);
        }
    }

    /** What binds or unbinds is asked of those who know the connections of all accounts, and decided when they answer. */
    private void take(Record<byte[], byte[]> command, Incoming incoming, Instant at) {
        if (incoming instanceof Incoming.ControlIn in && Connections.areClaimedBy(in.control())) {
            required(reports).claim(command, new ClaimMessage.Asked(in.control()));
        } else {
            decide(command, incoming, at);
        }
    }

    private void decide(Record<byte[], byte[]> command, Incoming incoming, Instant at) {
        StoredAccount before = required(accounts).get(incoming.account());
        Policies policies = required(house).policies();
        List<AccountEvent> events =
                AccountDecider.decide(required(commands).of(incoming, at), before.account(), policies);
        StoredAccount after = required(journal).write(command, before, events);
        if (!events.isEmpty()) {
            required(accounts).put(after);
            if (incoming.account().isHouse()) {
                required(publisher).publish(events, after.account(), command);
            }
        }
        answer(command, incoming, events, after.account());
        report(command, incoming, events, after.account(), policies.live());
    }

    private void report(
            Record<byte[], byte[]> command, Incoming incoming, List<AccountEvent> events, Account after, Policy judge) {
        for (AccountEvent event : events) {
            if (event instanceof RequestDecided decided) {
                listener.decided(decided);
                required(reports).decided(command, decided, judge);
            }
            if (event instanceof RequestLookedUp lookedUp) {
                listener.lookedUp(after.id(), lookedUp, events);
            }
        }
        if (events.stream().anyMatch(AccountErased.class::isInstance)) {
            required(connections).unbound(command, events);
            required(reports).giveUp(command, after.id(), events);
        }
        if (incoming instanceof Incoming.ClaimedIn in) {
            required(connections).publish(command, in.claimed(), events, after);
            required(reports).release(command, in.claimed(), after);
        }
    }

    private void answer(Record<byte[], byte[]> command, Incoming incoming, List<AccountEvent> events, Account after) {
        Instant at = Instant.ofEpochMilli(command.timestamp());
        switch (incoming) {
            case Incoming.SignedRequest request -> {
                DecisionBody body = events.stream()
                        .filter(RequestDecided.class::isInstance)
                        .map(RequestDecided.class::cast)
                        .findFirst()
                        .map(decided -> DecisionBody.decided(decided, after, request.sealedRequest()))
                        .orElseGet(() -> DecisionBody.repeated(request.facts(), after, at));
                forward(command, body);
            }
            case Incoming.ControlIn control -> forward(command, DecisionBody.controlled(control.control(), events, at));
            case Incoming.ClaimedIn claimed ->
                forward(command, DecisionBody.controlled(claimed.claimed().control(), events, at));
            // Whoever waits for an outcome reads the topic that it came from, but not what it shows of another request.
            case Incoming.OutcomeIn outcome ->
                events.stream()
                        .filter(RequestLookedUp.class::isInstance)
                        .map(RequestLookedUp.class::cast)
                        .flatMap(each -> DecisionBody.resolved(each, after).stream())
                        .forEach(body -> forward(command, body));
        }
    }

    private void forward(Record<byte[], byte[]> command, DecisionBody body) {
        byte[] decision = codecs.decisions().encode(countersigner.sign(body));
        context().forward(command.withValue(decision), EngineTopology.DECISIONS);
    }

    private ProcessorContext<byte[], Object> context() {
        return required(context);
    }

    private static <T> T required(@Nullable T collaborator) {
        return Objects.requireNonNull(collaborator, "process before init");
    }
}
