package io.countersign.relay.intake;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.request.RequestFacts;
import io.countersign.relay.budget.Dispatcher;
import io.countersign.relay.clearance.ClearedRequest;
import io.countersign.relay.clearance.EngineOrder;
import io.countersign.relay.clearance.Ruling;
import io.countersign.relay.clearance.SingleUse;
import io.countersign.relay.egress.BinanceClock;
import io.countersign.relay.kafka.DeadLetters;
import io.countersign.relay.outcome.OutcomeWriter;
import io.countersign.relay.telemetry.RelayMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Carries rulings out, once their records are claimed. For the one thread that claims. */
public final class Handover {

    private static final Logger LOG = Logger.getLogger(Handover.class);

    private static final String COPY = "a copy of an approval that was dealt with before";
    private static final String DISORDER = "it comes after a later approval of its account";

    private final SingleUse singleUse = new SingleUse();
    private final EngineOrder order = new EngineOrder();
    private final BinanceClock clock;
    private final InFlight inFlight;
    private final Ways ways;

    public Handover(BinanceClock clock, InFlight inFlight, Ways ways) {
        this.clock = clock;
        this.inFlight = inFlight;
        this.ways = ways;
    }

    /**
     * Where a record can go.
     *
     * @param writer runs what may wait for Kafka, one after another
     */
    public record Ways(
            Dispatcher dispatcher,
            OutcomeWriter outcomes,
            DeadLetters deadLetters,
            RelayMetrics metrics,
            Executor writer) {}

    /**
     * To be called before a claim: what is sent must be tellable.
     *
     * @throws io.countersign.wire.codec.SchemasUnavailableException when nothing could be told now
     */
    void prepare() {
        ways.outcomes().prepare();
    }

    /** Carries out {@code ruling}. */
    void carryOut(ConsumerRecord<byte[], byte[]> record, Ruling ruling) {
        switch (ruling) {
            case Ruling.Pass ignored -> {
                // Nothing to send.
            }
            case Ruling.Distrust distrust -> ways.deadLetters().write(record, distrust.reason());
            case Ruling.Withhold withhold -> withhold(record, withhold);
            case Ruling.Send send -> send(record, send);
        }
    }

    /**
     * Takes over what other relays claimed: a copy of it further down the topic is not sent again, and of what they never told it is
     * told that nobody knows what became of it. Nothing is sent.
     */
    void recover(LostClaims.Claims claims) {
        claims.told().forEach(facts -> {
            // Whether this relay knew it already makes no difference.
            boolean ignored = singleUse.claim(facts.id(), facts.deadline(), clock.now());
        });
        claims.untold().forEach(this::giveUp);
    }

    /** What this relay knows itself it tells itself. */
    private void giveUp(RequestFacts facts) {
        if (isFirst(facts)) {
            tell(new Ruling.Withhold(
                    facts, OutcomeClass.UNKNOWN, "the relay that claimed it ended before it could tell", false));
        }
    }

    private void withhold(ConsumerRecord<byte[], byte[]> record, Ruling.Withhold withhold) {
        if (!isFirst(withhold.facts())) {
            copied(record, withhold.facts());
            return;
        }
        if (withhold.suspect()) {
            ways.deadLetters().write(record, withhold.reason());
        }
        tell(withhold);
    }

    private void send(ConsumerRecord<byte[], byte[]> record, Ruling.Send send) {
        RequestFacts facts = send.request().facts();
        if (!isFirst(facts)) {
            copied(record, facts);
        } else if (!order.isNext(facts.account(), send.decidedAt())) {
            ways.deadLetters().write(record, DISORDER);
            tell(new Ruling.Withhold(facts, OutcomeClass.EXPIRED, DISORDER, true));
        } else {
            send(send.request());
        }
    }

    private void send(ClearedRequest request) {
        inFlight.enter();
        tell(request.facts().id(), ways.dispatcher().dispatch(request), attempt -> ways.outcomes()
                .write(request, attempt));
    }

    private void tell(Ruling.Withhold withhold) {
        inFlight.enter();
        tell(withhold.facts().id(), CompletableFuture.completedFuture(withhold), ways.outcomes()::write);
    }

    /** An outcome that cannot be told leaves the reservation open and counted. Nothing is sent again. */
    private <T> void tell(RequestId id, CompletableFuture<T> known, Function<T, CompletableFuture<Void>> write) {
        CompletableFuture<Void> ignored = known.thenComposeAsync(write, ways.writer())
                .whenComplete((ok, failure) -> {
                    inFlight.leave();
                    if (failure != null) {
                        ways.metrics().untold();
                        LOG.errorf(
                                "outcome not told, its reservation stays open requestId=%s reason=%s",
                                id, failure.toString());
                    }
                });
    }

    private boolean isFirst(RequestFacts facts) {
        return singleUse.claim(facts.id(), facts.deadline(), clock.now());
    }

    /** The engine approves a request once, so somebody else wrote this. */
    private void copied(ConsumerRecord<byte[], byte[]> record, RequestFacts facts) {
        ways.metrics().repeat();
        LOG.warnf("copy of an approval not sent requestId=%s", facts.id());
        ways.deadLetters().write(record, COPY);
    }
}
