package io.countersign.engine.query;

import io.countersign.domain.id.AccountId;
import io.countersign.engine.topology.EngineTopology;
import io.countersign.wire.message.StoredAccount;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The account stores of a streams client. The active one is read as it is, so what it says may be some milliseconds from its commit. */
final class StreamsAccounts implements LocalAccounts {

    /** A broker that is away must not keep the answer. */
    private static final Duration LAG_TIMEOUT = Duration.ofMillis(500);

    private final KafkaStreams streams;
    private final ExecutorService threads;

    StreamsAccounts(KafkaStreams streams, ExecutorService threads) {
        this.streams = streams;
        this.threads = threads;
    }

    @Override
    public Optional<Placement> placementOf(AccountId account) {
        try {
            KeyQueryMetadata found = streams.queryMetadataForKey(
                    EngineTopology.ACCOUNTS, account.value(), Serdes.String().serializer());
            if (found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return Optional.empty();
            }
            return Optional.of(new Placement(
                    address(found.activeHost()),
                    found.standbyHosts().stream().map(StreamsAccounts::address).collect(Collectors.toSet()),
                    found.partition()));
        } catch (StreamsNotStartedException | IllegalStateException notRunning) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<LocalAnswer> active(AccountId account, int partition) {
        return read(account, parameters(partition)).map(read -> new LocalAnswer(read.stored(), StoreRole.ACTIVE, null));
    }

    @Override
    public Optional<LocalAnswer> copy(AccountId account, int partition) {
        return read(account, parameters(partition).enableStaleStores())
                .map(read -> new LocalAnswer(read.stored(), StoreRole.STANDBY, behind(partition)));
    }

    private record ReadResult(@Nullable StoredAccount stored) {}

    private Optional<ReadResult> read(
            AccountId account, StoreQueryParameters<ReadOnlyKeyValueStore<String, StoredAccount>> parameters) {
        try {
            return Optional.of(new ReadResult(streams.store(parameters).get(account.value())));
        } catch (InvalidStateStoreException moved) {
            return Optional.empty();
        }
    }

    private @Nullable Long behind(int partition) {
        try {
            Map<Integer, LagInfo> lags = CompletableFuture.supplyAsync(streams::allLocalStorePartitionLags, threads)
                    .orTimeout(LAG_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .getOrDefault(EngineTopology.ACCOUNTS, Map.of());
            LagInfo lag = lags.get(partition);
            return lag == null ? null : lag.offsetLag();
        } catch (CompletionException unknown) {
            return null;
        }
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<String, StoredAccount>> parameters(int partition) {
        return StoreQueryParameters.fromNameAndType(
                        EngineTopology.ACCOUNTS, QueryableStoreTypes.<String, StoredAccount>keyValueStore())
                .withPartition(partition);
    }

    private static String address(HostInfo host) {
        return host.host() + ":" + host.port();
    }
}
