package io.countersign.gateway.events;

import io.countersign.domain.id.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;

/** One open stream: a bounded queue between what happens and a socket. */
final class Reader {

    private final AccountId account;
    private final Instant endsAt;
    private final UnicastProcessor<Told> queue;
    private Cursor cursor;

    Reader(AccountId account, Instant endsAt, Cursor cursor, int capacity) {
        this.account = account;
        this.endsAt = endsAt;
        this.cursor = cursor;
        this.queue = UnicastProcessor.create(new ArrayBlockingQueue<>(capacity), () -> {});
    }

    AccountId account() {
        return account;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** Passes on what the reader has not read. */
    void tell(Source source, long offset, Notice notice) {
        if (offset > cursor.of(source)) {
            cursor = cursor.with(source, offset);
            queue.onNext(new Told(cursor, notice));
        }
    }

    /** Passes on what stands on no topic; where the reader is stays as it was. */
    void say(Notice notice) {
        queue.onNext(new Told(null, notice));
    }

    /** Says where the reader begins. */
    void begin(boolean resumed) {
        queue.onNext(new Told(cursor, new Notice.Began(resumed)));
    }

    void end(End reason) {
        say(new Notice.Ended(reason));
        queue.onComplete();
    }

    /** What is told, once; a queue that ran over ends with the reason after what it held. */
    Multi<Told> told() {
        return queue.onFailure(BackPressureFailure.class)
                .recoverWithItem(new Told(null, new Notice.Ended(End.TOO_SLOW)));
    }
}
