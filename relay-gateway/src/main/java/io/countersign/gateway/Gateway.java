package io.countersign.gateway;

import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.config.GatewayKeys;
import io.countersign.gateway.config.StreamConfig;
import io.countersign.gateway.control.ControlDesk;
import io.countersign.gateway.engine.AccountQueries;
import io.countersign.gateway.engine.EngineClient;
import io.countersign.gateway.events.AccountStreams;
import io.countersign.gateway.identity.Callers;
import io.countersign.gateway.intake.Answers;
import io.countersign.gateway.intake.InFlight;
import io.countersign.gateway.intake.MirroredApi;
import io.countersign.gateway.log.CommandLog;
import io.countersign.gateway.log.Followed;
import io.countersign.gateway.log.LogFollower;
import io.countersign.gateway.log.PastRecords;
import io.countersign.gateway.rate.Rates;
import io.countersign.gateway.view.AlertView;
import io.countersign.gateway.view.ConnectionView;
import io.countersign.gateway.view.ControlView;
import io.countersign.gateway.view.PastRequests;
import io.countersign.gateway.view.PolicyView;
import io.countersign.gateway.view.Questions;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.gateway.view.RequestView;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;

/** A running gateway: two ends of the log, what was read from it, and what is said about it. */
public final class Gateway implements AutoCloseable {

    private final RequestView requests;
    private final ControlView controls;
    private final ConnectionView connections = new ConnectionView();
    private final PolicyView policies = new PolicyView();
    private final AlertView alerts = new AlertView();
    private final ReferenceView reference = new ReferenceView();
    private final CommandLog log;
    private final LogFollower follower;
    private final AccountStreams streams;
    private final StreamConfig streamLives;
    private final PastRecords pastRecords;
    private final PastRequests pastRequests;
    private final MirroredApi mirroredApi;
    private final ControlDesk controlDesk;
    private final Questions questions;
    private final Answers answers;
    private final EngineClient engines;
    private final Duration secondFactorMaxAge;
    private final Duration drain;
    private final Rates rates;
    private final InFlight nativeCalls;

    /** What is decided outside. */
    public record Setting(
            GatewayConfig config,
            GatewayKeys keys,
            EngineClient.Setting engines,
            String bootstrapServers,
            int partitions,
            AvroFraming framing,
            Callers callers) {}

    private Gateway(Setting setting) {
        GatewayConfig config = setting.config();
        GatewayKeys keys = setting.keys();
        BinanceClock clock = BinanceClock.of(config.clock(), reference::offset);
        Duration retention = config.view().retention();
        this.controls = new ControlView(retention);
        this.streamLives = config.streams();
        this.streams =
                new AccountStreams(config.streams(), account -> PastRecords.partitionOf(account, setting.partitions()));
        this.pastRecords = new PastRecords(setting.bootstrapServers());
        this.pastRequests = new PastRequests(pastRecords, keys.decisions(), setting.framing());
        this.requests = new RequestView(retention, config.view().octets());
        this.log = new CommandLog(setting.bootstrapServers(), config.producer(), setting.framing());
        this.questions = new Questions(requests, policies);
        this.answers = new Answers(keys.answers(), questions);
        this.engines = new EngineClient(setting.engines());
        this.secondFactorMaxAge = config.secondFactorMaxAge();
        this.drain = config.waiting().drain();
        this.controlDesk = new ControlDesk(new ControlDesk.Parts(
                log,
                controls,
                connections,
                keys.fingerprints(),
                config.waiting().control()));
        this.rates = new Rates(config.rates());
        this.nativeCalls = InFlight.ofNativeCalls(config.limits());
        this.mirroredApi = MirroredApi.of(new MirroredApi.Parts(
                config,
                keys,
                setting.callers(),
                clock,
                log,
                requests,
                reference,
                connections,
                rates,
                answers,
                this::hasReadTheLog));
        this.follower = new LogFollower(setting.bootstrapServers(), followed(setting.framing(), retention, keys));
    }

    private List<Followed> followed(AvroFraming framing, Duration retention, GatewayKeys keys) {
        LogListener listener = new LogListener(keys.decisions(), requests, controls, policies, streams);
        return List.of(
                Followed.since(retention, Topics.CONTROLS, framing, (control, at) -> listener.asked(control)),
                Followed.since(retention, Topics.DECISIONS, framing, listener::decided),
                // So that the view, when it must forget, forgets whole requests.
                Followed.since(retention, Topics.OUTCOMES, framing, listener::cameTo)
                        .last(),
                Followed.whole(Topics.ALERTS, framing, alerts::raised),
                Followed.whole(Topics.POLICIES, framing, policies::published),
                Followed.whole(Topics.HOUSE, framing, listener::holds),
                Followed.keyed(Topics.CONNECTIONS, framing, connections::told),
                Followed.whole(Topics.REFERENCE_DATA, framing, reference::accept));
    }

    /** Starts to follow the log; {@link #isReady} tells when it has caught up. */
    public static Gateway start(Setting setting) {
        Gateway gateway = new Gateway(setting);
        gateway.follower.start();
        return gateway;
    }

    private boolean hasReadTheLog() {
        return follower.hasCaughtUp();
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    public MirroredApi mirroredApi() {
        return mirroredApi;
    }

    public ControlDesk controlDesk() {
        return controlDesk;
    }

    public RequestView requests() {
        return requests;
    }

    /** Requests that {@link #requests} has forgotten. */
    public PastRequests pastRequests() {
        return pastRequests;
    }

    /** How long streams may be open. */
    public StreamConfig streamLives() {
        return streamLives;
    }

    public AccountStreams streams() {
        return streams;
    }

    public PolicyView policies() {
        return policies;
    }

    public AlertView alerts() {
        return alerts;
    }

    public ReferenceView reference() {
        return reference;
    }

    public AccountQueries accounts() {
        return engines;
    }

    /** How long requests that are under way may take when the gateway stops. */
    public Duration drain() {
        return drain;
    }

    /** A second factor that was proved longer ago than this does not count. */
    public Duration secondFactorMaxAge() {
        return secondFactorMaxAge;
    }

    /** How often each account may ask. */
    public Rates rates() {
        return rates;
    }

    /** The room that calls of the native API have. */
    public InFlight nativeCalls() {
        return nativeCalls;
    }

    /** Until when what requests ask can be answered. */
    public Questions questions() {
        return questions;
    }

    public Answers answers() {
        return answers;
    }

    @Override
    public void close() {
        streams.close();
        follower.close();
        pastRecords.close();
        engines.close();
        log.close();
    }
}
