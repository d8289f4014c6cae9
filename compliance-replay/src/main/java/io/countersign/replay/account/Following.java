package io.countersign.replay.account;

import io.countersign.domain.account.AccountEvent;
import io.countersign.replay.report.Json;
import io.countersign.replay.source.KafkaSource;
import io.countersign.replay.source.LogRecord;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.AccountReader;
import java.util.function.Consumer;

/** What happens to an account from a view of it on. */
public final class Following {

    private Following() {}

    /** A line for each event as it comes, until the thread is interrupted. */
    public static void of(Source source, AccountView view, boolean json, Consumer<String> sink) {
        if (!(source instanceof KafkaSource topics)) {
            throw new UnusableException("--follow needs the topics: an archive does not grow by itself");
        }
        AccountReader reader = new AccountReader(
                source, PublishedPolicies.of(source), view.account().id());
        try (Records records = topics.follow(reader.partition(), view.nextOffset())) {
            while (!Thread.currentThread().isInterrupted()) {
                LogRecord record = records.next();
                if (record != null) {
                    reader.peek(record).ifPresent(event -> sink.accept(json ? object(record, event) : line(event)));
                }
            }
        }
    }

    private static String line(AccountEvent event) {
        return "%s  %s".formatted(event.at(), EventTexts.of(event));
    }

    private static String object(LogRecord record, AccountEvent event) {
        return Json.line(AccountPage.row(
                "partition", record.partition(),
                "offset", record.offset(),
                "at", event.at().toString(),
                "kind", event.getClass().getSimpleName(),
                "what", EventTexts.of(event)));
    }
}
