package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.replay.MemorySource;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Journals as the engine writes them, octets and all, and what the verifier says of them. */
final class Journals {

    static final TopicCodec<JournalMessage> CODEC = new TopicCodec<>(Topics.JOURNAL, MemorySource.FRAMING);

    /** The policies of the tests, which no document says. */
    static final PublishedPolicies POLICIES =
            new PublishedPolicies(new TreeMap<>(), new TreeMap<>(SamplePolicy.published()));

    private Journals() {}

    /** The events in a whole chain from the genesis. */
    static List<byte[]> chained(List<AccountEvent> events) {
        return chained(Samples.ALICE, events);
    }

    static List<byte[]> chained(AccountId account, List<AccountEvent> events) {
        List<byte[]> octets = new ArrayList<>();
        Octets head = JournalChain.genesis(account);
        for (AccountEvent event : events) {
            byte[] framed = CODEC.encode(new JournalMessage(account, octets.size() + 1, head, event));
            head = JournalChain.next(framed, MemorySource.FRAMING.headerLength());
            octets.add(framed);
        }
        return octets;
    }

    static Verification verify(List<byte[]> journal) {
        return verify(source(Samples.ALICE, journal));
    }

    static Verification verify(MemorySource source) {
        return verify(source, Memory.usual(1), Scope.ALL);
    }

    static Verification verify(MemorySource source, Memory memory, Scope scope) {
        return new Verifier(null, 1, memory).verify(source, POLICIES, scope, Progress.NONE);
    }

    static MemorySource source(AccountId key, List<byte[]> journal) {
        MemorySource source = new MemorySource(1);
        add(source, key, journal);
        return source;
    }

    static void add(MemorySource source, AccountId key, List<byte[]> journal) {
        journal.forEach(each -> source.addEntry(0, key.value(), each, Samples.NOON));
    }
}
