package io.countersign.relay.outcome;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.outcome.ErrorCodes.Execution;
import io.countersign.wire.message.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what became of a request from what came of sending it. Doubt about a move of funds is UNKNOWN. */
public final class OutcomeClassifier {

    private final ErrorCodes codes;

    public OutcomeClassifier(ErrorCodes codes) {
        this.codes = codes;
    }

    /** What {@code attempt} means for a request that moves funds, or does not. */
    public Classified classify(boolean movesFunds, Attempt attempt) {
        return switch (attempt) {
            case Attempt.NotSent notSent -> new Classified(OutcomeClass.EXPIRED, null, notSent.reason(), false);
            case Attempt.Lost lost -> new Classified(OutcomeClass.UNKNOWN, null, lost.reason(), false);
            case Attempt.Answered answered -> answered(movesFunds, answered.status(), answered.body());
        };
    }

    private Classified answered(boolean movesFunds, int status, @Nullable Octets octets) {
        Optional<AnswerBody> body = octets == null ? Optional.empty() : AnswerBody.read(octets);
        Integer code = body.map(AnswerBody::code).orElse(null);
        if (status >= 500) {
            return answer(OutcomeClass.UNKNOWN, status, code, "Binance failed, perhaps after carrying it out");
        }
        if (status >= 400) {
            return refused(movesFunds, status, code);
        }
        if (status >= 300 || status < 200) {
            return answer(
                    movesFunds ? OutcomeClass.UNKNOWN : OutcomeClass.REFUSED,
                    status,
                    code,
                    "Binance pointed elsewhere");
        }
        boolean readable = octets != null && (body.isPresent() || !movesFunds);
        return readable
                ? success(movesFunds, status, code)
                : answer(OutcomeClass.UNKNOWN, status, code, "the answer cannot be read");
    }

    private Classified success(boolean movesFunds, int status, @Nullable Integer code) {
        if (code != null && code < 0 && (movesFunds || codes.ofCode(code) == Execution.UNKNOWN)) {
            return answer(OutcomeClass.UNKNOWN, status, code, "Binance told of success and of an error at once");
        }
        return answer(OutcomeClass.DONE, status, code, "Binance answered");
    }

    private Classified refused(boolean movesFunds, int status, @Nullable Integer code) {
        Execution byCode = code == null ? null : codes.ofCode(code);
        Execution byStatus = codes.ofStatus(status);
        if (byCode == Execution.UNKNOWN) {
            return answer(
                    OutcomeClass.UNKNOWN, status, code, "Binance's error does not tell whether it was carried out");
        }
        boolean definite = byCode == Execution.NOT_EXECUTED
                || byStatus == Execution.NOT_EXECUTED
                || (code != null && byStatus == Execution.BY_CODE);
        return definite || !movesFunds
                ? answer(OutcomeClass.REFUSED, status, code, "Binance refused it")
                : answer(OutcomeClass.UNKNOWN, status, code, "Binance's refusal cannot be read for certain");
    }

    /** An answer that sounds like a yes or a no is not for a client when nobody knows: it would be taken at its word. */
    private boolean saysSo(OutcomeClass outcome, int status, @Nullable Integer code) {
        return outcome != OutcomeClass.UNKNOWN
                || status >= 500
                || (status >= 400 && code != null && codes.ofCode(code) == Execution.UNKNOWN);
    }

    private Classified answer(OutcomeClass outcome, int status, @Nullable Integer code, String what) {
        String sentence = code == null
                ? "%s (HTTP %d)".formatted(what, status)
                : "%s (HTTP %d, code %d)".formatted(what, status, code);
        return new Classified(outcome, code, sentence, saysSo(outcome, status, code));
    }
}
