package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.id.AccountId;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.StoredAccount;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one task: its store, and the last ones that were written to it as objects, so that the outcome of a request, or
 * the next request, does not have them read from octets. Of one start of the task: whatever undoes what the store was told also
 * starts the task anew.
 */
final class TaskAccounts {

    /** Some 800 KiB, at 16 KiB for an account that weighs 20: enough for an outcome a second later, and little for a collector to move. */
    private static final int MOST_WEIGHT = 1_000;

    private static final int LEAST_WEIGHT = 20;

    private final KeyValueStore<String, StoredAccount> store;
    private final Map<String, StoredAccount> recent = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

    TaskAccounts(KeyValueStore<String, StoredAccount> store) {
        this.store = store;
    }

    /** The account, empty if nothing happened to it. */
    StoredAccount get(AccountId id) {
        StoredAccount known = recent.get(id.value());
        StoredAccount stored = known == null ? store.get(id.value()) : known;
        return stored == null ? new StoredAccount(Account.empty(id), 0, JournalChain.genesis(id)) : stored;
    }

    /** The last one written is kept, whatever it weighs. */
    void put(StoredAccount after) {
        String id = after.account().id().value();
        store.put(id, after);
        weight += weightOf(after) - weightOf(recent.put(id, after));
        Iterator<StoredAccount> eldest = recent.values().iterator();
        while (weight > MOST_WEIGHT && recent.size() > 1) {
            weight -= weightOf(eldest.next());
            eldest.remove();
        }
    }

    /** As many as the account remembers of what can be many. */
    private static int weightOf(@Nullable StoredAccount stored) {
        if (stored == null) {
            return 0;
        }
        Account account = stored.account();
        int remembered = account.activity().decided().size()
                + account.standing().addressBook().size();
        return Math.max(LEAST_WEIGHT, remembered);
    }
}
