package io.countersign.replay;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.verify.EngineKeys;
import io.countersign.replay.verify.Memory;
import io.countersign.replay.verify.Scope;
import io.countersign.replay.verify.Verification;
import io.countersign.replay.verify.Verifier;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Entries a second of one core's time: reading and decoding, beside verifying. Arguments: entries, accounts, rounds. Both read the
 * same records from memory, so that the log's own cost hides neither.
 */
final class VerifyBench {

    private static final int PARTITIONS = 4;

    private VerifyBench() {}

    public static void main(String[] args) throws Exception {
        long entries = args.length > 0 ? Long.parseLong(args[0]) : 200_000;
        int accounts = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        EngineKeys engine = new EngineKeys();
        SeededJournal journal = new SeededJournal(1, PARTITIONS, new ConfluentFraming(), engine.signer())
                .policy(TestPolicies.yaml())
                .life(accounts, entries, 30);
        CountersignatureVerifier keys = engine.verifier();
        System.out.printf("%d entries of %d accounts in %d partitions%n", journal.events(), accounts, PARTITIONS);
        double[] decode = new double[rounds];
        double[] verify = new double[rounds];
        for (int i = -2; i < rounds; i++) { // two rounds to warm up
            double decoded = journal.events() / seconds(() -> decode(journal.source()));
            double verified = journal.events() / seconds(() -> verify(journal.source(), keys));
            if (i >= 0) {
                decode[i] = decoded;
                verify[i] = verified;
            }
        }
        print("decode only", decode);
        print("verify", verify);
        System.out.printf(Locale.ROOT, "verify / decode: %.2f%n", median(verify) / median(decode));
    }

    private static void decode(MemorySource source) {
        TopicCodec<JournalMessage> codec = new TopicCodec<>(Topics.JOURNAL, source.framing());
        long read = 0;
        for (int partition : source.extents().keySet()) {
            try (Records records = source.journal(partition, 0)) {
                for (LogRecord each = records.next(); each != null; each = records.next()) {
                    read += codec.read(each.value()) instanceof Read.Value<JournalMessage> ? 1 : 0;
                }
            }
        }
        if (read == 0) {
            throw new AssertionError("nothing was read");
        }
    }

    private static void verify(MemorySource source, CountersignatureVerifier keys) {
        Verification found = new Verifier(keys, 1, Memory.usual(1)).verify(source, Scope.ALL, Progress.NONE);
        if (!found.agrees()) {
            throw new AssertionError(found.discrepancies().getFirst().toString());
        }
    }

    /** Of processors, not of the clock: others use this machine, too. */
    private static double seconds(Runnable work) {
        com.sun.management.OperatingSystemMXBean process =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.gc();
        long before = process.getProcessCpuTime();
        work.run();
        return (process.getProcessCpuTime() - before) / 1e9;
    }

    private static void print(String what, double[] rates) {
        List<Double> sorted = new ArrayList<>();
        Arrays.stream(rates).sorted().forEach(sorted::add);
        System.out.printf(
                Locale.ROOT,
                "%-12s %,10.0f entries/s/core, %,.0f to %,.0f in %d rounds%n",
                what,
                median(rates),
                sorted.getFirst(),
                sorted.getLast(),
                rates.length);
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
