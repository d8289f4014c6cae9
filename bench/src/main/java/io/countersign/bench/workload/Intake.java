package io.countersign.bench.workload;

import com.google.crypto.tink.HybridEncrypt;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.RequestFacts;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.reading.SignatureWindow;
import io.countersign.reading.StrictReader;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.seal.SealedRequests;
import io.countersign.wire.seal.WireRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From what a member asks to the record that the gateway would write: the phone's octets, read by the gateway's reader, named and
 * digested as it does. Only the seal is not the request's own: one real seal stands for all, as sealing takes longer than everything
 * else together, and the engine, who has no key to it, carries its octets on unread. A relay would send none of these.
 */
public final class Intake {

    private static final Asset USDT = new Asset("USDT");
    private static final String WITHDRAW = "/sapi/v1/capital/withdraw/apply";
    private static final String ACCOUNT = "/api/v3/account";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LIFETIME_MILLIS = 60_000;

    /** An HMAC-SHA256 in hex, which only Binance could verify. */
    private static final String SIGNATURE = "&signature=" + "5e".repeat(32);

    private final Crowd crowd;
    private final HybridEncrypt toRelay;
    private final StrictReader reader = new StrictReader(EndpointCatalogue.load(), Set.of());
    private @Nullable Octets seal;

    public Intake(Crowd crowd, HybridEncrypt toRelay) {
        this.crowd = crowd;
        this.toRelay = toRelay;
    }

    /** The request with the number {@code number} as it would be taken in now; of one thread. */
    public RequestMessage take(long number) {
        return take(number, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The same at {@code now}, whole milliseconds. */
    public RequestMessage take(long number, Instant now) {
        Ask ask = Ask.of(crowd, number);
        Member member = crowd.member(ask.index());
        return take(member, wire(ask, member, number, now), now);
    }

    /** What the phone sends for the request with the number {@code number}. */
    public WireRequest wire(long number, Instant now) {
        Ask ask = Ask.of(crowd, number);
        return wire(ask, crowd.member(ask.index()), number, now);
    }

    /** The account that asks for the request with the number {@code number}. */
    public Member member(long number) {
        return crowd.member(Ask.of(crowd, number).index());
    }

    private RequestMessage take(Member member, WireRequest wire, Instant now) {
        if (!(reader.read(wire) instanceof Reading.Understood request)) {
            throw new IllegalStateException("the reader refuses what the load asks for");
        }
        Octets encoded = SealedRequests.encode(wire);
        RequestFacts facts = new RequestFacts(
                RequestNaming.name(request),
                member.account(),
                member.connection(),
                request.endpoint().endpoint(),
                request.endpoint().movesFunds(),
                request.transfer(),
                request.transfer() == null ? null : new Price(USDT, USDT, BigDecimal.ONE, now),
                RequestNaming.intent(request),
                SealedRequests.digest(encoded),
                request.window().lapsesAt().minus(SignatureWindow.LONGEST_MARGIN),
                now);
        return new RequestMessage(facts, seal(facts, encoded));
    }

    private Octets seal(RequestFacts facts, Octets encoded) {
        Octets known = seal;
        if (known == null) {
            known = SealedRequests.seal(toRelay, facts.account(), facts.id(), encoded);
            seal = known;
        }
        return known;
    }

    private WireRequest wire(Ask ask, Member member, long number, Instant now) {
        Destination to =
                switch (ask.kind()) {
                    case HOME -> member.home();
                    case SECOND -> member.second();
                    case STRANGER -> crowd.stranger(number);
                    case READ -> null;
                };
        String signedFor = "recvWindow=%d&timestamp=%d".formatted(LIFETIME_MILLIS, now.toEpochMilli());
        if (to == null) {
            return new WireRequest("GET", ACCOUNT + "?" + signedFor + SIGNATURE, null, member.apiKey(), Octets.EMPTY);
        }
        String body = "coin=USDT&network=%s&address=%s&amount=%s&withdrawOrderId=b%d-%d&%s%s"
                .formatted(
                        to.network(),
                        to.address(),
                        BigDecimal.valueOf(ask.hundredths(), 2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        crowd.seed(),
                        number,
                        signedFor,
                        SIGNATURE);
        return new WireRequest(
                "POST", WITHDRAW, FORM, member.apiKey(), Octets.of(body.getBytes(StandardCharsets.US_ASCII)));
    }
}
