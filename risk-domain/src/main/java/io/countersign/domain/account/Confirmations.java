package io.countersign.domain.account;

import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.IntentDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions that an account's requests raised, one for each intent, oldest first. */
public record Confirmations(Map<IntentDigest, Confirmation> byIntent) {

    /** More questions than a person can answer in their life are not remembered; the oldest goes. */
    public static final int MOST = 32;

    static final Confirmations NONE = new Confirmations(Map.of());

    public Confirmations {
        byIntent = Ordered.copy(byIntent);
    }

    /** The question about {@code intent} that lives at {@code now}. */
    public Optional<Confirmation> about(@Nullable IntentDigest intent, Instant now) {
        return intent == null
                ? Optional.empty()
                : Optional.ofNullable(byIntent.get(intent)).filter(each -> each.isAlive(now));
    }

    /** The intent that {@code id} asks about, when the question lives at {@code now}. */
    public Optional<IntentDigest> intentOf(ConfirmationId id, Instant now) {
        return byIntent.entrySet().stream()
                .filter(each ->
                        each.getValue().id().equals(id) && each.getValue().isAlive(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Confirmations asked(IntentDigest intent, Confirmation question) {
        Map<IntentDigest, Confirmation> alive = Ordered.keeping(byIntent, each -> each.isAlive(question.askedAt()));
        Map<IntentDigest, Confirmation> others = alive.containsKey(intent) ? Ordered.removed(alive, intent) : alive;
        if (others.size() >= MOST) {
            others = Ordered.removed(others, others.keySet().iterator().next());
        }
        return new Confirmations(Ordered.added(others, intent, question));
    }

    Confirmations confirmed(IntentDigest intent, String by, Instant expiresAt) {
        Confirmation asked = byIntent.get(intent);
        if (asked == null) {
            throw new IllegalStateException("corrupt journal: nobody asked about intent " + intent);
        }
        return new Confirmations(
                Ordered.with(byIntent, intent, new Confirmation(asked.id(), asked.askedAt(), expiresAt, by)));
    }

    Confirmations spent(IntentDigest intent) {
        return new Confirmations(Ordered.removed(byIntent, intent));
    }
}
