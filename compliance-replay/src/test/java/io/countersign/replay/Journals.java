package io.countersign.replay;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/** Journals as the engine writes them, octets and all, and what the verifier says of them. */
final class Journals {

    private static final SingleObjectFraming FRAMING = new SingleObjectFraming();
    private static final TopicCodec<JournalMessage> CODEC = new TopicCodec<>(Topics.JOURNAL, FRAMING);

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
            head = JournalChain.next(framed, FRAMING.headerLength());
            octets.add(framed);
        }
        return octets;
    }

    static Verification verify(List<byte[]> journal) {
        Verifier verifier = verifier();
        take(verifier, Samples.ALICE, journal);
        return verifier.finish();
    }

    static Verifier verifier() {
        return new Verifier(FRAMING.headerLength(), SamplePolicy.published());
    }

    static void take(Verifier verifier, AccountId key, List<byte[]> journal) {
        for (int i = 0; i < journal.size(); i++) {
            byte[] each = journal.get(i);
            verifier.take(new JournalRecord(0, i, key.value(), Octets.of(each), CODEC.read(each)));
        }
    }
}
