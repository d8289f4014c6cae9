package io.countersign.bench.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.gateway.signature.SignatureCheck;
import io.countersign.gateway.signature.SignatureRule;
import io.countersign.reading.Reading;
import io.countersign.reading.ReceivedRequest;
import io.countersign.reading.StrictReader;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.egress.Departure;
import io.countersign.relay.egress.Egress;
import io.countersign.relay.outcome.Classified;
import io.countersign.relay.outcome.OutcomeClassifier;
import io.countersign.wire.chain.Sha256;
import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The way of one request: who, what, by whose signature, within which limits, out, and what became of it. Blocks. */
final class PeerProxy {

    /** Life that a signature must still have, for the way to Binance: the gateway's. */
    private static final Duration MARGIN = Duration.ofMillis(300);

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final int MOST = 20_000;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int INTERNAL_ERROR = 500;

    private final StrictReader reader;
    private final Tokens tokens;
    private final Ledger ledger;
    private final Egress binance;
    private final OutcomeClassifier classifier;
    private final InstantSource clock = InstantSource.system();
    /** A public key is as old as a token: ten seconds. Whether it is still bound is asked under the account's lock. */
    private final Cache<Connection, SignatureRule> keys =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    private record Connection(String account, Octets keyHash) {}

    /** How requests are read, sent and told apart, by the gateway's and the relay's own classes. */
    record Parts(StrictReader reader, Egress binance, OutcomeClassifier classifier) {}

    PeerProxy(Parts parts, Tokens tokens, Ledger ledger) {
        this.reader = parts.reader();
        this.binance = parts.binance();
        this.classifier = parts.classifier();
        this.tokens = tokens;
        this.ledger = ledger;
    }

    /** Nothing is sent when the database does not say yes. */
    PeerAnswer answer(ReceivedRequest received) {
        Optional<String> account = tokens.account(received.values("authorization"));
        if (account.isEmpty()) {
            return PeerAnswer.refusal(UNAUTHORIZED, "send Bearer and a token of your account");
        }
        try {
            return switch (reader.read(received)) {
                case Reading.Refused refused -> PeerAnswer.refusal(BAD_REQUEST, refused.message());
                case Reading.PublicQuery query -> PeerAnswer.refusal(FORBIDDEN, "ask Binance");
                case Reading.Understood request -> understood(account.get(), request);
            };
        } catch (SQLException e) {
            System.err.println("peer: " + e.getMessage());
            return PeerAnswer.refusal(INTERNAL_ERROR, "the limits cannot be looked at or written down now");
        }
    }

    private PeerAnswer understood(String account, Reading.Understood request) throws SQLException {
        Octets keyHash = Octets.of(Sha256.of(request.wire().apiKey().getBytes(StandardCharsets.US_ASCII)));
        Optional<Withdrawal> withdrawal = Withdrawal.of(account, keyHash, request);
        if (withdrawal.isEmpty()) {
            return PeerAnswer.refusal(FORBIDDEN, "only withdrawals of USDT are for this proxy");
        }
        Optional<SignatureRule> rule = rule(account, keyHash);
        if (rule.isEmpty()) {
            return PeerAnswer.refusal(FORBIDDEN, "the API key is not bound to this account");
        }
        if (SignatureCheck.refusal(request.wire(), request.signature(), rule.get())
                .isPresent()) {
            return PeerAnswer.refusal(UNAUTHORIZED, "the signature is not that of these octets");
        }
        if (isTooLate(request)) {
            return PeerAnswer.refusal(BAD_REQUEST, "the signature is about to lapse");
        }
        return switch (ledger.decide(withdrawal.get())) {
            case Ruling.Refused refused -> PeerAnswer.refusal(FORBIDDEN, refused.reason());
            case Ruling.Known known -> again(known);
            case Ruling.Approved approved -> send(withdrawal.get(), request);
        };
    }

    private Optional<SignatureRule> rule(String account, Octets keyHash) throws SQLException {
        Connection connection = new Connection(account, keyHash);
        SignatureRule remembered = keys.getIfPresent(connection);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<SignatureRule> rule =
                ledger.publicKey(account, keyHash).map(key -> SignatureRule.of(Optional.of(key)));
        rule.ifPresent(found -> keys.put(connection, found));
        return rule;
    }

    private static PeerAnswer again(Ruling.Known known) {
        if (known.answer() != null) {
            return known.answer();
        }
        if (known.reason() != null) {
            return PeerAnswer.refusal(FORBIDDEN, known.reason());
        }
        return PeerAnswer.refusal(
                CONFLICT, known.outcome() == null ? "it is under way" : "it ended " + known.outcome());
    }

    /** Approved and committed: from here on it is sent once or not at all. */
    private PeerAnswer send(Withdrawal withdrawal, Reading.Understood request) throws SQLException {
        Duration left = Duration.between(clock.instant(), request.window().lapsesAt());
        Attempt attempt =
                binance.exchange(request.wire(), left, () -> lastWord(request)).join();
        Classified classified = classifier.classify(true, attempt);
        return switch (attempt) {
            case Attempt.Answered answered -> {
                ledger.settle(withdrawal, classified.outcome(), answered.status(), answered.body());
                Octets body = answered.body();
                yield new PeerAnswer(answered.status(), body == null ? Octets.of(new byte[0]) : body);
            }
            case Attempt.Lost lost -> ended(withdrawal, classified.outcome(), lost.reason());
            case Attempt.NotSent notSent -> ended(withdrawal, classified.outcome(), notSent.reason());
        };
    }

    private PeerAnswer ended(Withdrawal withdrawal, OutcomeClass outcome, String reason) throws SQLException {
        ledger.settle(withdrawal, outcome, 0, null);
        return PeerAnswer.refusal(INTERNAL_ERROR, outcome + ": " + reason);
    }

    private Departure lastWord(Reading.Understood request) {
        return isTooLate(request)
                ? new Departure.Stay("the signature was about to lapse")
                : new Departure.Go(clock.instant());
    }

    private boolean isTooLate(Reading.Understood request) {
        Instant deadline = request.window().lapsesAt().minus(MARGIN);
        return !clock.instant().isBefore(deadline);
    }
}
