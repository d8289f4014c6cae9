package io.countersign.sandbox.standin.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All accounts, by name and by API key. */
public final class Accounts {

    public static final int MAX = 10_000;

    private final Map<String, Account> byName = new ConcurrentSkipListMap<>();
    private final Map<String, Account> byKey = new ConcurrentHashMap<>();

    /** Installs or replaces by name. False if the key is another account's, or there is no room. */
    public synchronized boolean install(Account account) {
        Account owner = byKey.get(account.identity().apiKey());
        if (owner != null && !owner.name().equals(account.name())) {
            return false;
        }
        if (byName.size() >= MAX && !byName.containsKey(account.name())) {
            return false;
        }
        Account before = byName.put(account.name(), account);
        if (before != null) {
            byKey.remove(before.identity().apiKey());
        }
        byKey.put(account.identity().apiKey(), account);
        return true;
    }

    public synchronized boolean remove(String name) {
        Account removed = byName.remove(name);
        if (removed == null) {
            return false;
        }
        byKey.remove(removed.identity().apiKey());
        return true;
    }

    public synchronized void clear() {
        byName.clear();
        byKey.clear();
    }

    public Optional<Account> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Account> byKey(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    public List<Account> all() {
        return List.copyOf(byName.values());
    }
}
