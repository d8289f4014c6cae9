package io.countersign.bench.engine;

import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request, gets and puts what it keeps of the account, and writes: as much as the engine, and nothing is looked at. A decision
 * begins with the request, as far as there is room.
 *
 * @param stateOctets kept of an account
 * @param journalRecords written for each request, none or more
 * @param journalOctets of each
 * @param decisionOctets of the one other record that is written
 */
public record PassThrough(int stateOctets, int journalRecords, int journalOctets, int decisionOctets) {

    static final String REQUESTS = "requests";
    private static final String PASS = "pass";
    private static final String STORE = "accounts";
    private static final String JOURNAL = "journal";
    private static final String DECISIONS = "decisions";

    /** From {@code requests} to {@code journal} and {@code decisions}. */
    Topology topology(String requests, String journal, String decisions) {
        Topology topology = new Topology();
        ByteArrayDeserializer octets = new ByteArrayDeserializer();
        ByteArraySerializer plain = new ByteArraySerializer();
        topology.addSource(REQUESTS, octets, octets, requests);
        topology.addProcessor(PASS, () -> new Pass(this), REQUESTS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                PASS);
        topology.addSink(JOURNAL, journal, plain, plain, PASS);
        topology.addSink(DECISIONS, decisions, plain, plain, PASS);
        return topology;
    }

    private static final class Pass implements Processor<byte[], byte[], byte[], byte[]> {

        private final PassThrough sizes;
        private final byte[] state;
        private final byte[] entry;
        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable KeyValueStore<byte[], byte[]> store;

        Pass(PassThrough sizes) {
            this.sizes = sizes;
            this.state = new byte[sizes.stateOctets];
            this.entry = new byte[sizes.journalOctets];
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> processorContext) {
            context = processorContext;
            store = processorContext.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> request) {
            KeyValueStore<byte[], byte[]> accounts = Objects.requireNonNull(store, "process before init");
            ProcessorContext<byte[], byte[]> out = Objects.requireNonNull(context, "process before init");
            byte[] before = accounts.get(request.key());
            accounts.put(request.key(), before == null ? state : before.clone());
            for (int i = 0; i < sizes.journalRecords; i++) {
                out.forward(request.withValue(entry), JOURNAL);
            }
            out.forward(request.withValue(Arrays.copyOf(request.value(), sizes.decisionOctets)), DECISIONS);
        }
    }
}
