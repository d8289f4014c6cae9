package io.countersign.engine.topology;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConnectionUnbound;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.control.Authority;
import io.countersign.domain.control.Control;
import io.countersign.domain.control.ControlChange;
import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.policy.Guard;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Transfer;
import io.countersign.engine.topology.connection.Connections;
import io.countersign.engine.topology.fanin.FanIns;
import io.countersign.engine.topology.guard.Guards;
import io.countersign.engine.topology.guard.Tallies;
import io.countersign.wire.destination.DestinationKey;
import io.countersign.wire.message.ClaimMessage;
import io.countersign.wire.message.ClaimedMessage;
import io.countersign.wire.message.SightingMessage;
import io.countersign.wire.message.TallyMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the account's task tells those who look across accounts: claims, sightings and tallies. */
final class AccountReports {

    private static final Duration TALLY_INTERVAL = Duration.ofSeconds(1);

    private final EngineCodecs codecs;
    private final ProcessorContext<byte[], Object> context;
    private final Tallies tallies = new Tallies();

    AccountReports(EngineCodecs codecs, ProcessorContext<byte[], Object> context) {
        this.codecs = codecs;
        this.context = context;
        context.schedule(
                TALLY_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> tellTallies(Instant.ofEpochMilli(now)));
    }

    /** Asks for, or ends, a connection. */
    void claim(Record<byte[], byte[]> cause, ClaimMessage claim) {
        context.forward(
                cause.withKey(Connections.key(claim)).withValue(codecs.claims().encode(claim)), EngineTopology.CLAIMS);
    }

    /** Lets go of what {@code claimed} ended: {@code after} no longer has it, so that another account may. */
    void release(Record<byte[], byte[]> cause, ClaimedMessage claimed, Account after) {
        Long grant = claimed.grant();
        if (grant != null && !after.standing().connections().containsKey(claimed.connection())) {
            claim(cause, new ClaimMessage.Released(after.id(), claimed.connection(), grant));
        }
    }

    /** Has the grants ended of what an erasure unbound, so that another account may have these connections. */
    void giveUp(Record<byte[], byte[]> cause, AccountId account, List<AccountEvent> events) {
        for (AccountEvent event : events) {
            if (event instanceof ConnectionUnbound unbound) {
                claim(
                        cause,
                        new ClaimMessage.Asked(new Control(
                                unbound.control(),
                                account,
                                unbound.requestedBy(),
                                Authority.OFFICER,
                                new ControlChange.UnbindConnection(unbound.connection()))));
            }
        }
    }

    /** Tells what {@code judge} decided. */
    void decided(Record<byte[], byte[]> cause, RequestDecided decided, Policy judge) {
        Guard guard = judge.guard();
        if (guard != null) {
            tallies.count(decided, guard);
        }
        Transfer transfer = decided.request().transfer();
        Destination destination = transfer == null ? null : transfer.destination();
        if (decided.status() == DecisionStatus.APPROVED && destination != null) {
            SightingMessage sighting = new SightingMessage(
                    DestinationKey.of(destination), decided.request().account(), decided.at());
            context.forward(
                    cause.withKey(FanIns.key(sighting))
                            .withValue(codecs.sightings().encode(sighting)),
                    EngineTopology.SIGHTINGS);
        }
    }

    private void tellTallies(Instant now) {
        for (TallyMessage tally : tallies.take()) {
            context.forward(
                    new Record<>(Guards.key(tally), codecs.tallies().encode(tally), now.toEpochMilli()),
                    EngineTopology.TALLIES);
        }
    }
}
