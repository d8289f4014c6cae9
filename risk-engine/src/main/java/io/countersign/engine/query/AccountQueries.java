package io.countersign.engine.query;

import io.countersign.engine.topology.EngineCodecs;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Opens the queries when the streams client is there, and ends what they use. */
@Singleton
public final class AccountQueries {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Open open;

    /** What a question needs: who this engine is, who may ask, and who knows. */
    record Open(String self, QueryToken token, AccountFinder finder, HttpPeers peers, LiveRules rules) {}

    /** From here on questions are answered from the stores of {@code streams}; {@code self} is its advertised host:port. */
    public void open(String self, QueryToken token, KafkaStreams streams, EngineCodecs codecs) {
        HttpPeers peers = new HttpPeers(token);
        AccountFinder finder = new AccountFinder(self, new StreamsAccounts(streams, threads), peers);
        open = new Open(self, token, finder, peers, new LiveRules(streams, codecs));
    }

    @Nullable
    Open whenOpen() {
        return open;
    }

    @PreDestroy
    void close() {
        Open ending = open;
        open = null;
        if (ending != null) {
            ending.peers().close();
        }
        threads.shutdownNow();
    }
}
