package io.countersign.engine.topology;

import static io.countersign.engine.topology.EngineHarness.ALICE;
import static io.countersign.engine.topology.EngineHarness.HOME;
import static io.countersign.engine.topology.EngineHarness.NOON;
import static io.countersign.engine.topology.EngineHarness.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.Activity;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ControlId;
import io.countersign.domain.id.RequestId;
import io.countersign.engine.topology.fanin.FanInWindow;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskAccountsTest {

    private final EngineCodecs codecs = new EngineCodecs(new SingleObjectFraming());
    private MockProcessorContext<byte[], Object> context;
    private KeyValueStore<String, StoredAccount> store;

    @BeforeEach
    void begin(@TempDir Path stateDir) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDir.toFile());
        store = add(EngineTopology.ACCOUNTS, Serdes.String(), EngineCodecs.accounts());
        add(EngineTopology.HOUSE, Serdes.String(), Serdes.ByteArray());
        add(EngineTopology.POLICIES, Serdes.Long(), Serdes.ByteArray());
        add(EngineTopology.FAN_IN, Serdes.ByteArray(), Serdes.ByteArray());
    }

    @Test
    void whatWasJustWrittenIsNotReadFromOctets() {
        TaskAccounts accounts = new TaskAccounts(store);
        StoredAccount written = account("alice", 7);

        accounts.put(written);

        assertThat(accounts.get(ALICE)).isSameAs(written);
        assertThat(new TaskAccounts(store).get(ALICE)).isEqualTo(written).isNotSameAs(written);
    }

    @Test
    void fewAreKeptAndAllAreStored() {
        TaskAccounts accounts = new TaskAccounts(store);
        List<StoredAccount> written = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            StoredAccount each = account("account-" + i, i);
            written.add(each);
            accounts.put(each);
            accounts.put(each); // One that is written again weighs no more.
        }

        Set<StoredAccount> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        objects.addAll(written);
        int kept = 0;
        for (StoredAccount each : written) {
            StoredAccount read = accounts.get(each.account().id());
            assertThat(read).isEqualTo(each);
            kept += objects.contains(read) ? 1 : 0;
        }
        assertThat(kept).isEqualTo(50);
        assertThat(accounts.get(written.getLast().account().id())).isSameAs(written.getLast());
    }

    @Test
    void theHeaviestAccountIsKeptUntilTheNextIsWritten() {
        TaskAccounts accounts = new TaskAccounts(store);
        StoredAccount heavy = withRequests(account("alice", 7), 3_000);

        accounts.put(account("bob", 1));
        accounts.put(heavy);
        assertThat(accounts.get(ALICE)).isSameAs(heavy);

        StoredAccount next = account("carol", 1);
        accounts.put(next);
        assertThat(accounts.get(next.account().id())).isSameAs(next);
        assertThat(accounts.get(ALICE)).isEqualTo(heavy).isNotSameAs(heavy);
    }

    /** As after a transaction that was rolled back: the store is restored to what was committed, and the processor begins anew. */
    @Test
    void aTaskThatStartsAnewKnowsOnlyWhatItsStoreDoes() {
        AccountProcessor processor = processor();
        processor.init(context);
        processor.process(addAddress());
        assertThat(sequences()).containsExactly(1L);

        store.delete(ALICE.value());
        processor.close();
        processor.init(context);
        processor.process(addAddress());

        assertThat(sequences()).containsExactly(1L, 1L);
    }

    private AccountProcessor processor() {
        EngineKeys keys = new EngineKeys();
        return new AccountProcessor(
                codecs,
                keys.countersigner(),
                new HeardDeadLetters(new ArrayList<>()),
                new EngineShape(EngineHarness.CHECKPOINT_INTERVAL, new FanInWindow(EngineHarness.WEEK), 1),
                keys.wrapping());
    }

    private Record<byte[], byte[]> addAddress() {
        context.setRecordMetadata(Topics.CONTROLS.name(), 0, 0);
        Control control = new Control(
                new ControlId("1".repeat(32)),
                ALICE,
                ALICE.value(),
                Authority.OWNER,
                new ControlChange.AddAddress(HOME));
        return new Record<>(EngineHarness.key(ALICE), codecs.controls().encode(control), NOON.toEpochMilli());
    }

    /** Of the journal entries so far. */
    private List<Long> sequences() {
        return context.forwarded(EngineTopology.JOURNAL).stream()
                .flatMap(each -> ((List<?>) each.record().value()).stream())
                .map(Chained.class::cast)
                .map(each -> value(codecs.journal(), each.entry()))
                .map(JournalMessage::sequence)
                .toList();
    }

    private <K, V> KeyValueStore<K, V> add(String name, Serde<K> keys, Serde<V> values) {
        KeyValueStore<K, V> added = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
                .withLoggingDisabled()
                .build();
        added.init(context.getStateStoreContext(), added);
        context.addStateStore(added);
        return added;
    }

    private static StoredAccount withRequests(StoredAccount stored, int requests) {
        Map<RequestId, DecidedRequest> decided = new LinkedHashMap<>();
        for (int i = 0; i < requests; i++) {
            decided.put(new RequestId(0, i), new DecidedRequest(DecisionStatus.REJECTED, NOON, null, null, null));
        }
        Account account = stored.account();
        Activity activity = new Activity(
                decided,
                account.activity().exposure(),
                account.activity().withdrawals(),
                account.activity().baseline());
        return new StoredAccount(
                new Account(account.id(), account.standing(), activity, account.confirmations(), account.policies()),
                stored.sequence(),
                stored.lastHash());
    }

    private static StoredAccount account(String id, long sequence) {
        AccountId account = new AccountId(id);
        return new StoredAccount(Account.empty(account), sequence, JournalChain.genesis(account));
    }
}
