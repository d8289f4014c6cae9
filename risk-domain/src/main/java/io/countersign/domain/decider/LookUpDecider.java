package io.countersign.domain.decider;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.RecordOutcome;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestLookedUp;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Outcome;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.Withdrawal;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.lookup.LookUpResult;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.policy.LookUpRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a look-up shows of withdrawals whose outcome is unknown. Doubt leaves them unknown, and counted. */
final class LookUpDecider {

    private LookUpDecider() {}

    /** Empty when the outcome shows nothing of any withdrawal of the account. */
    static List<AccountEvent> decide(RecordOutcome command, Account account, LookUpRules rules) {
        Outcome outcome = command.outcome();
        LookUp lookUp = outcome.lookUp();
        Instant sentAt = outcome.sentAt();
        if (lookUp == null || sentAt == null || outcome.outcome() != OutcomeClass.DONE) {
            return List.of();
        }
        Map<RequestId, Withdrawal> asked =
                new LinkedHashMap<>(account.activity().withdrawals());
        asked.values().removeIf(each -> !each.isAskedAboutBy(lookUp));
        List<AccountEvent> events = new ArrayList<>();
        asked.forEach((id, withdrawal) -> {
            Word word = asked.size() > 1 && !lookUp.found().isEmpty()
                    ? Word.inconclusive("several requests have this withdrawOrderId, and nobody can tell which it is")
                    : new Question(withdrawal, lookUp, sentAt, rules).word();
            if (isNews(account.activity().decided().get(id), word)) {
                events.add(new RequestLookedUp(
                        id, outcome.requestId(), word.result(), word.reason(), sentAt, command.at()));
                events.addAll(consequences(id, word.result().resolution(), account, command.at()));
            }
        });
        return events;
    }

    /** What was resolved is only overruled by Binance's having it after all. */
    private static boolean isNews(@Nullable DecidedRequest request, Word word) {
        return request != null && (request.resolution() == null || word.result() == LookUpResult.EXECUTED);
    }

    private static List<AccountEvent> consequences(
            RequestId id, @Nullable Resolution resolution, Account account, Instant at) {
        if (resolution == null) {
            return List.of();
        }
        return switch (resolution) {
            case EXECUTED -> OutcomeDecider.moved(id, account, at);
            case FAILED, NOT_EXECUTED -> OutcomeDecider.stayed(id, account, at);
        };
    }

    /** What is concluded, and why. */
    private record Word(LookUpResult result, String reason) {

        static Word inconclusive(String reason) {
            return new Word(LookUpResult.INCONCLUSIVE, reason);
        }
    }

    /** One withdrawal and one answer. */
    private record Question(Withdrawal withdrawal, LookUp lookUp, Instant sentAt, LookUpRules rules) {

        Word word() {
            return lookUp.found().isEmpty() ? nothingFound() : found();
        }

        private Word found() {
            List<FoundWithdrawal> like =
                    lookUp.found().stream().filter(this::canBeIt).toList();
            if (like.stream().anyMatch(FoundWithdrawal::isUnderWayOrDone)) {
                return new Word(LookUpResult.EXECUTED, "Binance has it, and its funds moved or are about to");
            }
            if (lookUp.found().size() > 1 || like.isEmpty() || !like.getFirst().hasFailed()) {
                return Word.inconclusive(
                        "what Binance has under this withdrawOrderId is not certain to be this request");
            }
            String objection = objection();
            return objection.isEmpty()
                    ? new Word(LookUpResult.FAILED, "Binance has it as cancelled, rejected or failed")
                    : Word.inconclusive(objection);
        }

        private Word nothingFound() {
            String objection = objection();
            if (!objection.isEmpty()) {
                return Word.inconclusive(objection);
            }
            Instant last = withdrawal.lastEmptyAt();
            if (last != null && sentAt.isBefore(last.plus(rules.apart()))) {
                return Word.inconclusive("it left too soon after the one before: look again from %s on"
                        .formatted(last.plus(rules.apart())));
            }
            int answers = withdrawal.emptyAnswers() + 1;
            return answers >= rules.answers()
                    ? new Word(
                            LookUpResult.NOT_EXECUTED,
                            "Binance did not have it, %d times, when it could no longer accept it".formatted(answers))
                    : new Word(
                            LookUpResult.EMPTY,
                            "Binance does not have it: answer %d of %d that are needed"
                                    .formatted(answers, rules.answers()));
        }

        /** Why what Binance does not list may exist nevertheless; nothing when it may not. */
        private String objection() {
            Instant over = withdrawal.over(rules.margin());
            if (sentAt.isBefore(over)) {
                return "it left too early, while Binance could still be at work on the request: look again from %s on"
                        .formatted(over);
            }
            boolean covers = !lookUp.from().isAfter(withdrawal.earliest())
                    && !lookUp.until().isBefore(over);
            return covers ? "" : "it did not ask about the whole time in which Binance could take the request";
        }

        private boolean canBeIt(FoundWithdrawal found) {
            return found.isLike(withdrawal.transfer())
                    && !found.appliedAt().isBefore(withdrawal.earliest())
                    && !found.appliedAt().isAfter(withdrawal.over(rules.margin()));
        }
    }
}
