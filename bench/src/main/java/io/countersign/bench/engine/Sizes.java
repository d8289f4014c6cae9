package io.countersign.bench.engine;

import io.countersign.bench.intake.RecordSize;
import io.countersign.bench.workload.Load;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.topic.Topics;
import java.util.List;

/**
 * What the engine reads and writes for a request, so that a pass-through can write as much.
 *
 * @param state octets of an account
 * @param entries journal entries for each request, rounded up
 * @param entry octets of an entry when there are so many
 * @param decision octets
 */
record Sizes(int state, int entries, int entry, int decision) {

    /** As the last records on the topics are; requests alone were decided lately. */
    static Sizes of(String kafka, RegistryFraming framing) {
        TopicCodec<JournalMessage> codec = new TopicCodec<>(Topics.JOURNAL, framing);
        List<byte[]> journal = RecordSize.last(kafka, Topics.JOURNAL.name());
        long requests = journal.stream()
                .filter(each -> codec.read(each) instanceof Read.Value<JournalMessage> read
                        && read.value().content().outline().isDecision())
                .count();
        long octets = journal.stream().mapToLong(each -> each.length).sum();
        int entries = Math.toIntExact(Math.ceilDiv(journal.size(), requests));
        return new Sizes(
                RecordSize.mean(kafka, Load.ENGINE_GROUP + "-accounts-changelog"),
                entries,
                Math.toIntExact(octets / requests / entries),
                RecordSize.mean(kafka, Topics.DECISIONS.name()));
    }

    /** One record for a request. */
    PassThrough bare() {
        return new PassThrough(state, 0, 0, decision);
    }

    /** As many as the engine writes. */
    PassThrough same() {
        return new PassThrough(state, entries, entry, decision);
    }
}
