package io.countersign.sandbox.standin.world;

import io.countersign.sandbox.standin.signing.VerificationKey;
import io.countersign.sandbox.standin.world.Withdrawal.Method;
import io.countersign.sandbox.standin.world.Withdrawal.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One user of the stand-in with one API key. All changes of funds happen under its lock. */
public final class Account {

    private static final int MAX_WITHDRAWALS = 200_000;
    private static final AtomicLong TR_IDS = new AtomicLong(1_000_000);

    /** What an account is known by. */
    public record Identity(String name, String apiKey, VerificationKey key, List<String> ipList) {

        public Identity {
            ipList = List.copyOf(ipList);
        }
    }

    private final Identity identity;
    private final long createdMillis;
    private final SortedMap<String, BigDecimal> spot = new TreeMap<>();
    private final SortedMap<String, BigDecimal> funding = new TreeMap<>();
    private final Map<String, Withdrawal> withdrawals = new LinkedHashMap<>();
    private volatile Permissions permissions;

    public Account(Identity identity, Permissions permissions, long createdMillis) {
        this.identity = identity;
        this.permissions = permissions;
        this.createdMillis = createdMillis;
    }

    public Identity identity() {
        return identity;
    }

    public String name() {
        return identity.name();
    }

    public long createdMillis() {
        return createdMillis;
    }

    public Permissions permissions() {
        return permissions;
    }

    public void permit(Permissions next) {
        permissions = next;
    }

    public synchronized void setBalances(Map<String, BigDecimal> balances, Wallet wallet) {
        wallet(wallet).clear();
        wallet(wallet).putAll(balances);
    }

    public synchronized SortedMap<String, BigDecimal> balances(Wallet wallet) {
        return new TreeMap<>(wallet(wallet));
    }

    /** Debits and records in one step, or does neither: then the balance was too small. */
    public synchronized Optional<Withdrawal> withdraw(Order order, Method method, long nowMicros) {
        Wallet wallet = order.walletType() == 1 ? Wallet.FUNDING : Wallet.SPOT;
        if (withdrawals.size() >= MAX_WITHDRAWALS || !debit(wallet, order.coin().symbol(), order.debit())) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        Withdrawal withdrawal =
                new Withdrawal(id, TR_IDS.incrementAndGet(), name(), order, method, nowMicros, Withdrawal.PROCESSING);
        withdrawals.put(id, withdrawal);
        return Optional.of(withdrawal);
    }

    /** Whether the funds were there and have moved. */
    public synchronized boolean transfer(Wallet from, String asset, BigDecimal amount) {
        if (!debit(from, asset, amount)) {
            return false;
        }
        wallet(from.other()).merge(asset, amount, BigDecimal::add);
        return true;
    }

    public synchronized boolean setStatus(String id, int status) {
        Withdrawal known = withdrawals.get(id);
        if (known == null) {
            return false;
        }
        withdrawals.put(id, known.withStatus(status));
        return true;
    }

    /** Oldest first. */
    public synchronized List<Withdrawal> withdrawals() {
        return new ArrayList<>(withdrawals.values());
    }

    private boolean debit(Wallet wallet, String asset, BigDecimal amount) {
        BigDecimal held = wallet(wallet).getOrDefault(asset, BigDecimal.ZERO);
        if (held.compareTo(amount) < 0) {
            return false;
        }
        wallet(wallet).put(asset, held.subtract(amount));
        return true;
    }

    private SortedMap<String, BigDecimal> wallet(Wallet wallet) {
        return wallet == Wallet.SPOT ? spot : funding;
    }
}
