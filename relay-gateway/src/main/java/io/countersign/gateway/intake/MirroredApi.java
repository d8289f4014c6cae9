package io.countersign.gateway.intake;

import io.countersign.gateway.answer.Preferences;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.gateway.config.BinanceClock;
import io.countersign.gateway.config.GatewayConfig;
import io.countersign.gateway.config.GatewayKeys;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.identity.Callers;
import io.countersign.gateway.identity.Identification;
import io.countersign.gateway.log.CommandLog;
import io.countersign.gateway.rate.Rates;
import io.countersign.gateway.view.ConnectionView;
import io.countersign.gateway.view.ReferenceView;
import io.countersign.gateway.view.RequestView;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.ReceivedRequest;
import io.countersign.reading.StrictReader;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Binance's API as the wallet sees it: octets in, an answer out, whatever happens. Blocks. */
public final class MirroredApi {

    private static final Logger LOG = Logger.getLogger(MirroredApi.class);

    private final StrictReader reader;
    private final Callers callers;
    private final Intake intake;
    private final PublicData publicData;
    private final InFlight inFlight;

    private MirroredApi(StrictReader reader, Callers callers, Intake intake, PublicData publicData, InFlight inFlight) {
        this.reader = reader;
        this.callers = callers;
        this.intake = intake;
        this.publicData = publicData;
        this.inFlight = inFlight;
    }

    /** What the mirrored API stands on. */
    public record Parts(
            GatewayConfig config,
            GatewayKeys keys,
            Callers callers,
            BinanceClock clock,
            CommandLog log,
            RequestView requests,
            ReferenceView reference,
            ConnectionView connections,
            Rates rates,
            Answers answers,
            BooleanSupplier isLogRead) {}

    public static MirroredApi of(Parts parts) {
        Intake intake = new Intake(
                parts.config(),
                parts.keys(),
                parts.clock(),
                parts.log(),
                new Intake.Views(
                        parts.requests(),
                        parts.reference(),
                        new Admission(
                                parts.connections(),
                                parts.rates(),
                                parts.isLogRead(),
                                parts.config().waiting().margin()),
                        parts.answers()));
        return new MirroredApi(
                new StrictReader(EndpointCatalogue.load(), parts.config().hosts()),
                parts.callers(),
                intake,
                new PublicData(parts.reference(), parts.clock(), parts.config()),
                InFlight.ofRequests(parts.config().limits()));
    }

    /** Takes room for a request, before its body is read; see {@link #leave}. */
    public boolean enter(long octets) {
        return inFlight.enter(octets);
    }

    /** Gives the room of {@link #enter} back. */
    public void leave(long octets) {
        inFlight.leave(octets);
    }

    /** Whether everything that was under way was answered before {@code patience} ended. */
    public boolean awaitNone(Duration patience) {
        return inFlight.awaitNone(patience);
    }

    /** Answers one request. */
    public Reply answer(ReceivedRequest request) {
        try {
            return switch (reader.read(request)) {
                case Reading.Refused refused -> refused(request, refused);
                case Reading.PublicQuery query -> publicData.answer(query);
                case Reading.Understood understood -> submit(request, understood);
            };
        } catch (RuntimeException e) {
            LOG.error("request failed", e);
            return Problem.of(
                            ProblemType.INTERNAL_ERROR,
                            "the gateway failed; look at the request before sending it again")
                    .toReply();
        }
    }

    /** Whoever is nobody here is not told what is wrong with a request. */
    private Reply refused(ReceivedRequest request, Reading.Refused refused) {
        return switch (identify(request)) {
            case Identification.Rejected rejected -> rejected.problem().toReply();
            case Identification.Known known -> {
                Caller caller = known.caller();
                LOG.infof(
                        "request not understood: account=%s reason=%s",
                        caller.account(), refused.reason().slug());
                yield Problem.of(refused).toReply();
            }
        };
    }

    private Reply submit(ReceivedRequest request, Reading.Understood understood) {
        return switch (identify(request)) {
            case Identification.Rejected rejected -> rejected.problem().toReply();
            case Identification.Known known ->
                intake.submit(known.caller(), understood, Preferences.of(request.values("prefer")));
        };
    }

    private Identification identify(ReceivedRequest request) {
        List<String> authorization = request.values("authorization");
        return callers.identify(authorization.isEmpty() ? null : authorization.getFirst(), Caller.OWNER);
    }
}
