package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConfirmationRequested;
import io.countersign.domain.account.AccountEvent.ConfirmationSpent;
import io.countersign.domain.account.AccountEvent.IntentConfirmed;
import io.countersign.domain.account.AccountEvent.OutcomeRecorded;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.AccountEvent.ReservationOpened;
import io.countersign.domain.account.AccountEvent.ReservationReleased;
import io.countersign.domain.account.AccountEvent.ReservationSettled;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Partitions;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.AccountReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the journal has about one request, in its order.
 *
 * @param read what was verified of the account on the way
 */
public record RequestLife(AccountId account, RequestId id, List<AccountReader.Entry> entries, AccountView.Read read) {

    public RequestLife {
        entries = List.copyOf(entries);
    }

    /**
     * The life of {@code id}.
     *
     * @param of its account; null to look for it in every partition
     * @throws UnusableException when there is no such request
     */
    public static RequestLife of(Source source, RequestId id, @Nullable AccountId of, int threads) {
        AccountId account = of == null ? accountOf(source, id, threads) : of;
        AccountReader reader = new AccountReader(source, PublishedPolicies.of(source), account);
        List<AccountReader.Entry> all = new ArrayList<>();
        try (Records records = source.journal(reader.partition(), 0)) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                reader.read(record).filter(each -> mayConcern(each.event(), id)).ifPresent(all::add);
            }
        }
        List<AccountReader.Entry> life = concerning(id, all);
        if (life.isEmpty() && reader.sealed() > 0) {
            throw new UnusableException(
                    "request %s cannot be shown: account %s was erased, and %d of its entries can be read by nobody"
                            .formatted(id, account, reader.sealed()));
        }
        if (life.isEmpty()) {
            throw new UnusableException("account %s has no request %s".formatted(account, id));
        }
        AccountView.Read read = new AccountView.Read(
                reader.partition(),
                reader.entries(),
                reader.decided(),
                reader.sealed(),
                reader.discrepancy().orElse(null));
        return new RequestLife(account, id, life, read);
    }

    /** The first event of {@code type}; null when there is none. */
    <E extends AccountEvent> @Nullable E first(Class<E> type) {
        return entries.stream()
                .map(AccountReader.Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Confirmations are all kept: which of them concern the request shows when it uses one, or another uses the one that it asked for. */
    private static boolean mayConcern(AccountEvent event, RequestId id) {
        return event instanceof ConfirmationRequested
                || event instanceof IntentConfirmed
                || event instanceof ConfirmationSpent
                || isOf(event, id);
    }

    private static List<AccountReader.Entry> concerning(RequestId id, List<AccountReader.Entry> all) {
        Set<ConfirmationId> questions = new HashSet<>();
        questions.add(ConfirmationId.raisedBy(id));
        all.stream()
                .map(AccountReader.Entry::event)
                .filter(ConfirmationSpent.class::isInstance)
                .map(ConfirmationSpent.class::cast)
                .filter(each -> each.requestId().equals(id))
                .forEach(each -> questions.add(each.confirmation()));
        return all.stream()
                .filter(each -> switch (each.event()) {
                    case ConfirmationRequested e -> questions.contains(e.confirmation());
                    case IntentConfirmed e -> questions.contains(e.confirmation());
                    case ConfirmationSpent e -> questions.contains(e.confirmation());
                    default -> true;
                })
                .toList();
    }

    private static boolean isOf(AccountEvent event, RequestId id) {
        return switch (event) {
            case RequestDecided e -> e.request().id().equals(id);
            case ReservationOpened e -> e.requestId().equals(id);
            case ReservationSettled e -> e.requestId().equals(id);
            case ReservationReleased e -> e.requestId().equals(id);
            case OutcomeRecorded e -> e.outcome().requestId().equals(id);
            case RequestLookedUp e -> e.requestId().equals(id) || e.lookUp().equals(id);
            default -> false;
        };
    }

    private static AccountId accountOf(Source source, RequestId id, int threads) {
        byte[] wanted = id.value().getBytes(StandardCharsets.US_ASCII);
        return Partitions.each(
                        List.copyOf(source.extents().keySet()), threads, partition -> find(source, partition, wanted))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(AccountId::new)
                .orElseThrow(() -> new UnusableException("there is no request %s in the journal".formatted(id)));
    }

    /** The account of the first record that holds the id's digits; null when none does. */
    private static @Nullable String find(Source source, int partition, byte[] wanted) {
        try (Records records = source.journal(partition, 0)) {
            for (LogRecord record = records.next(); record != null; record = records.next()) {
                if (contains(record.octets(), wanted)) {
                    return record.account();
                }
            }
            return null;
        }
    }

    private static boolean contains(byte[] octets, byte[] wanted) {
        for (int i = 0; i + wanted.length <= octets.length; i++) {
            if (octets[i] == wanted[0] && Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
