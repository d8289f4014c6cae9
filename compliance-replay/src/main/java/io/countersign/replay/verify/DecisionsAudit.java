package io.countersign.replay.verify;

import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One partition's decisions, as the relay reads them, against its journal: the engine writes both in one transaction, so each decided
 * request stands on both, in the same order. The topic keeps decisions for some days, so the comparison begins with the first that is
 * left. Tells the first record that is not the engine's, and the first one that the journal does not have at its place: what
 * follows that one says nothing.
 */
final class DecisionsAudit implements AutoCloseable {

    private static final String SUBJECT = "decisions";

    private final TopicCodec<DecisionMessage> codec;
    private final Optional<Records> records;
    private final @Nullable CountersignatureVerifier engine;
    private final Predicate<String> accounts;

    private @Nullable Kept next;
    private boolean opened;
    private boolean begun;
    private long compared;
    private @Nullable Discrepancy untrusted;
    private @Nullable Discrepancy misplaced;

    private record Kept(LogRecord record, DecisionBody body) {

        boolean answers(Judged judged) {
            return body.account().equals(judged.account()) && body.id().equals(judged.requestId());
        }
    }

    /** Of the accounts that {@code accounts} tells, if the source has decisions at all. */
    DecisionsAudit(
            Source source, int partition, @Nullable CountersignatureVerifier engine, Predicate<String> accounts) {
        this.codec = new TopicCodec<>(Topics.DECISIONS, source.framing());
        this.records = source.decisions(partition);
        this.engine = engine;
        this.accounts = accounts;
    }

    /** How many decisions are as the journal has them. */
    long compared() {
        return compared;
    }

    List<Discrepancy> discrepancies() {
        return Stream.of(Optional.ofNullable(untrusted), Optional.ofNullable(misplaced))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether there is a decision left that the next request of the journal is to be held against. */
    boolean isWaiting() {
        return misplaced == null && peek() != null;
    }

    /** The next decided request of the journal, which {@code entry} holds. */
    void take(LogRecord entry, Judged judged) {
        Kept here = peek();
        if (misplaced != null || here == null) {
            return;
        }
        boolean sameTime = here.body().decidedAt().equals(judged.at());
        if (here.answers(judged) && (begun || sameTime)) { // a request that was forgotten is decided once more
            begun = true;
            compare(here, judged);
            next = read();
        } else if (begun) {
            misplaced = new Discrepancy(
                    SUBJECT,
                    here.record().position(),
                    "request",
                    named(here),
                    "%s of account %s, which the journal has at %s"
                            .formatted(judged.requestId(), judged.account().value(), entry.position()));
        }
    }

    /** The journal has come to its end, which is not before that of the decisions. */
    void finish() {
        Kept left = peek();
        if (misplaced == null && left != null) {
            misplaced = new Discrepancy(
                    SUBJECT,
                    left.record().position(),
                    "request",
                    named(left),
                    "none: the journal has no such decision");
        }
        while (next != null) {
            next = read();
        }
    }

    @Override
    public void close() {
        records.ifPresent(Records::close);
    }

    private void compare(Kept here, Judged judged) {
        DecisionBody body = here.body();
        differ(here, "status", body.status(), judged.status());
        differ(here, "policy", body.policyVersion(), judged.policyVersion());
        differ(here, "time", body.decidedAt(), judged.at());
        differ(here, "sealed request", body.sealedRequest() != null, judged.status() == DecisionStatus.APPROVED);
        RequestDecided whole = judged.whole();
        if (whole != null) {
            differ(here, "findings", body.findings(), whole.findings());
            differ(here, "facts", body.facts(), whole.request());
        }
        compared += misplaced == null ? 1 : 0;
    }

    private void differ(Kept here, String what, @Nullable Object recorded, Object expected) {
        if (misplaced == null && !Objects.equals(recorded, expected)) {
            misplaced = new Discrepancy(
                    SUBJECT,
                    here.record().position(),
                    what + " of request " + here.body().id(),
                    String.valueOf(recorded),
                    expected + " by the journal");
        }
    }

    private @Nullable Kept peek() {
        if (!opened) {
            opened = true;
            next = read();
        }
        return next;
    }

    /** The next decision of a request that is the engine's. */
    private @Nullable Kept read() {
        return records.map(this::read).orElse(null);
    }

    private @Nullable Kept read(Records from) {
        for (LogRecord record = from.next(); record != null; record = from.next()) {
            Kept kept = accounts.test(record.account()) ? trust(record) : null;
            if (kept != null && kept.body().kind() == DecisionKind.REQUEST) {
                return kept;
            }
        }
        return null;
    }

    private @Nullable Kept trust(LogRecord record) {
        return switch (codec.read(record.value())) {
            case Read.Unreadable<DecisionMessage> none -> distrust(record, "value", none.reason(), "a decision");
            case Read.Value<DecisionMessage> some -> trust(record, some.value());
        };
    }

    private @Nullable Kept trust(LogRecord record, DecisionMessage message) {
        if (engine != null && !engine.isGenuine(message)) {
            return distrust(
                    record,
                    "countersignature",
                    Hex.of(message.countersignature()),
                    "one of the engine's over every field");
        }
        String account = message.body().account().value();
        return account.equals(record.account())
                ? new Kept(record, message.body())
                : distrust(record, "account", record.account(), account);
    }

    /** Null, for whoever asked. */
    private @Nullable Kept distrust(LogRecord record, String what, String recorded, String expected) {
        if (untrusted == null) {
            untrusted = new Discrepancy(SUBJECT, record.position(), what, recorded, expected);
        }
        return null;
    }

    private static String named(Kept kept) {
        return "%s of account %s"
                .formatted(kept.body().id(), kept.body().account().value());
    }
}
