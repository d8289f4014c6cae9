package io.countersign.gateway;

import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.config.GatewayKeys;
import io.countersign.gateway.control.ControlDesk;
import io.countersign.gateway.engine.AccountQueries;
import io.countersign.gateway.engine.EngineClient;
import io.countersign.gateway.identity.Callers;
import io.countersign.gateway.intake.Answers;
import io.countersign.gateway.intake.MirroredApi;
import io.countersign.gateway.log.CommandLog;
import io.countersign.gateway.log.Followed;
import io.countersign.gateway.log.LogFollower;
import io.countersign.gateway.view.AlertView;
import io.countersign.gateway.view.ControlView;
import io.countersign.gateway.view.PolicyView;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.gateway.view.RequestView;
import io.countersign.wire.codec.AvroFraming;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** A running gateway: two ends of the log, what was read from it, and what is said about it. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final RequestView requests;
    private final ControlView controls = new ControlView();
    private final PolicyView policies = new PolicyView();
    private final AlertView alerts = new AlertView();
    private final ReferenceView reference = new ReferenceView();
    private final CommandLog log;
    private final LogFollower follower;
    private final CountersignatureVerifier verifier;
    private final MirroredApi mirroredApi;
    private final ControlDesk controlDesk;
    private final Answers answers;
    private final EngineClient engines;
    private final Duration secondFactorMaxAge;

    /** What is decided outside. */
    public record Setting(
            GatewayConfig config,
            GatewayKeys keys,
            EngineClient.Setting engines,
            String bootstrapServers,
            AvroFraming framing,
            Callers callers) {}

    private Gateway(Setting setting) {
        GatewayConfig config = setting.config();
        GatewayKeys keys = setting.keys();
        BinanceClock clock = BinanceClock.of(config.clock(), reference::offset);
        this.verifier = keys.decisions();
        this.requests = new RequestView(config.view().retention(), config.view().octets());
        this.log = new CommandLog(setting.bootstrapServers(), config.producer(), setting.framing());
        this.answers = new Answers(keys.answers());
        this.engines = new EngineClient(setting.engines());
        this.secondFactorMaxAge = config.secondFactorMaxAge();
        this.controlDesk = new ControlDesk(
                log, controls, keys.fingerprints(), config.waiting().control());
        this.mirroredApi =
                MirroredApi.of(new MirroredApi.Parts(config, keys, setting.callers(), clock, log, requests, reference));
        this.follower = new LogFollower(
                setting.bootstrapServers(),
                List.of(
                        Followed.since(config.view().retention(), Topics.DECISIONS, setting.framing(), this::decided),
                        Followed.since(config.view().retention(), Topics.OUTCOMES, setting.framing(), requests::cameTo),
                        Followed.whole(Topics.ALERTS, setting.framing(), alerts::raised),
                        Followed.whole(Topics.POLICIES, setting.framing(), policies::published),
                        Followed.whole(Topics.HOUSE, setting.framing(), policies::holds),
                        Followed.whole(Topics.REFERENCE_DATA, setting.framing(), reference::accept)));
    }

    /** Starts to follow the log; {@link #isReady} tells when it has caught up. */
    public static Gateway start(Setting setting) {
        Gateway gateway = new Gateway(setting);
        gateway.follower.start();
        return gateway;
    }

    private void decided(DecisionMessage decision) {
        if (!verifier.isGenuine(decision)) {
            LOG.errorf(
                    "decision not countersigned by the engine, ignored: id=%s",
                    decision.body().id());
            return;
        }
        switch (decision.body().kind()) {
            case REQUEST, REPEAT -> requests.decided(decision.body());
            case CONTROL -> controls.taken(decision.body());
        }
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

    /** A second factor that was proved longer ago than this does not count. */
    public Duration secondFactorMaxAge() {
        return secondFactorMaxAge;
    }

    public Answers answers() {
        return answers;
    }

    @Override
    public void close() {
        follower.close();
        engines.close();
        log.close();
    }
}
