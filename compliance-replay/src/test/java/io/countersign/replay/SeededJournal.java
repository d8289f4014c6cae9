package io.countersign.replay;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.Circumstances;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.policy.Policies;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.testing.RequestSample;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.source.Placement;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.chain.PartitionChain;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.policy.PolicyYaml;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What many accounts did in some days, from one seed: the real decider decides, and everything is written as the engine does. */
public final class SeededJournal {

    public static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final int CHECKPOINT_EVERY = 500;

    private final MemorySource source;
    private final int partitions;
    private final Countersigner engine;
    private final TopicCodec<JournalMessage> journal;
    private final TopicCodec<CheckpointMessage> checkpoints;
    private final TopicCodec<PolicyMessage> policies;
    private final Map<String, Head> accounts = new HashMap<>();
    private final Map<Integer, PartitionChain> chains = new HashMap<>();
    private final Map<Integer, Long> signed = new HashMap<>();
    private final Random random;
    private Policies judges = Policies.only(Policy.none());
    private Instant now = START;
    private long requests;
    private long controls;
    private long events;

    private record Head(Account account, long sequence, Octets hash) {}

    public SeededJournal(long seed, int partitions, AvroFraming framing, Countersigner engine) {
        this.source = new MemorySource(partitions, framing);
        this.partitions = partitions;
        this.engine = engine;
        this.journal = new TopicCodec<>(Topics.JOURNAL, framing);
        this.checkpoints = new TopicCodec<>(Topics.CHECKPOINTS, framing);
        this.policies = new TopicCodec<>(Topics.POLICIES, framing);
        this.random = new Random(seed);
    }

    public MemorySource source() {
        return source;
    }

    public long events() {
        return events;
    }

    /** Proposed by one officer, confirmed by another, as it has to be. */
    public SeededJournal policy(String yaml) {
        long version = head(AccountId.HOUSE.value()).account().policies().published() + 1;
        control(AccountId.HOUSE, "olga", new ControlChange.ProposePolicy(yaml));
        control(AccountId.HOUSE, "otto", new ControlChange.ConfirmPolicy(version));
        source.addPolicy(policies.encode(new PolicyMessage(version, yaml, "olga", now)), now);
        judges = Policies.only(PolicyYaml.parse(version, yaml));
        return this;
    }

    /** Until there are {@code wanted} events or more, of {@code count} accounts over {@code days}; then the last checkpoints. */
    public SeededJournal life(int count, long wanted, int days) {
        for (int i = 0; i < count; i++) {
            AccountId id = new AccountId("account-" + i);
            control(id, id.value(), new ControlChange.BindConnection(Samples.PHONE, null));
            control(id, id.value(), new ControlChange.AddAddress(Samples.HOME));
        }
        now = now.plus(Duration.ofDays(1));
        Duration step = Duration.ofMillis(Duration.ofDays(days).toMillis() / Math.max(1, wanted / 3));
        while (events < wanted) {
            now = now.plus(step);
            request(new AccountId("account-" + random.nextInt(count)), Integer.toString(1 + random.nextInt(120)));
        }
        return sign();
    }

    /** One withdrawal of {@code amount} USDT and, when it is approved, what became of it. */
    public SeededJournal request(AccountId id, String amount) {
        return request(id, amount, requests + 1);
    }

    /** As the other, with the intent of the request with the number {@code intent}; the first one has the number 1. */
    public SeededJournal request(AccountId id, String amount, long intent) {
        long number = ++requests;
        RequestFacts facts = withdrawal(id, number, amount, Samples.intent(intent));
        take(id, new AccountCommand.EvaluateRequest(facts, Circumstances.NONE, now));
        boolean approved = head(id.value()).account().activity().decided().values().stream()
                .reduce((first, last) -> last)
                .filter(each -> each.status() == DecisionStatus.APPROVED)
                .isPresent();
        if (approved) {
            OutcomeClass outcome = random.nextInt(10) == 0 ? OutcomeClass.REFUSED : OutcomeClass.DONE;
            take(id, Samples.outcome(number, outcome, now));
        }
        return this;
    }

    /** Time passes. */
    public SeededJournal pass(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    public void control(AccountId id, String who, ControlChange change) {
        control(id, who, id.isHouse() ? Authority.OFFICER : Authority.OWNER, change);
    }

    public void control(AccountId id, String who, Authority authority, ControlChange change) {
        Control control = new Control(Samples.controlId(++controls), id, who, authority, change);
        take(id, new AccountCommand.ApplyControl(control, now));
    }

    /** A checkpoint of every partition as it is now. */
    public SeededJournal sign() {
        chains.forEach(this::checkpoint);
        return this;
    }

    private RequestFacts withdrawal(AccountId id, long number, String amount, IntentDigest intent) {
        RequestFacts sample = Samples.withdrawal(number, amount).facts();
        return new RequestFacts(
                sample.id(),
                id,
                sample.connection(),
                sample.endpoint(),
                true,
                sample.transfer(),
                RequestSample.price(Samples.USDT, "1", now),
                intent,
                sample.digest(),
                now.plusSeconds(30),
                now);
    }

    private void take(AccountId id, AccountCommand command) {
        for (AccountEvent event :
                AccountDecider.decide(command, head(id.value()).account(), judges)) {
            write(id, event);
        }
    }

    private void write(AccountId id, AccountEvent event) {
        Head head = head(id.value());
        byte[] framed = journal.encode(new JournalMessage(id, head.sequence() + 1, head.hash(), event));
        int partition = Placement.of(id.value(), partitions);
        source.addEntry(partition, id.value(), framed, now);
        Octets hash = JournalChain.next(framed, journal.headerLength());
        accounts.put(id.value(), new Head(head.account().evolve(event), head.sequence() + 1, hash));
        PartitionChain chain = chains.getOrDefault(partition, PartitionChain.genesis(partition))
                .next(framed, journal.headerLength());
        chains.put(partition, chain);
        events++;
        if (chain.entries() % CHECKPOINT_EVERY == 0) {
            checkpoint(partition, chain);
        }
    }

    private void checkpoint(int partition, PartitionChain chain) {
        if (signed.getOrDefault(partition, 0L) == chain.entries()) {
            return;
        }
        CheckpointBody body = new CheckpointBody(partition, chain.entries(), chain.runningHash(), now);
        source.addCheckpoint(partition, checkpoints.encode(engine.sign(body)), now);
        signed.put(partition, chain.entries());
    }

    private Head head(String account) {
        return accounts.computeIfAbsent(
                account,
                key -> new Head(Account.empty(new AccountId(key)), 0, JournalChain.genesis(new AccountId(key))));
    }
}
