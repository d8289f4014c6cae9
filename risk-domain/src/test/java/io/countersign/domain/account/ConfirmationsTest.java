package io.countersign.domain.account;

import static io.countersign.domain.testing.Samples.NOON;
import static io.countersign.domain.testing.Samples.controlId;
import static io.countersign.domain.testing.Samples.intent;
import static io.countersign.domain.testing.Samples.requestId;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.control.Authority;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConfirmationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Account NOBODY = Account.empty(new AccountId("nobody"));

    @Test
    void theOldestQuestionGivesWay() {
        Account full = asked(NOBODY, 1, Confirmations.MOST, NOON);
        Account more = asked(full, Confirmations.MOST + 1, Confirmations.MOST + 1, NOON);

        assertThat(questions(full)).isEqualTo(ids(1, Confirmations.MOST));
        assertThat(questions(more)).isEqualTo(ids(2, Confirmations.MOST + 1));
    }

    @Test
    void whatExpiredGivesWayFirst() {
        Account two = asked(asked(NOBODY, 1, 1, NOON), 2, 2, NOON.minus(LIFE));
        Account full = asked(two, 3, Confirmations.MOST + 1, NOON);

        assertThat(questions(full)).hasSize(Confirmations.MOST).contains(id(1)).doesNotContain(id(2));
    }

    @Test
    void aQuestionThatIsAskedAgainIsTheYoungest() {
        Account again = asked(asked(NOBODY, 1, 2, NOON), 1, 1, NOON.plus(LIFE).minusMillis(1));

        assertThat(questions(again)).containsExactly(id(2), id(1));
    }

    @Test
    void anAnswerMovesNoQuestion() {
        Account answered = asked(NOBODY, 1, 2, NOON)
                .evolve(new AccountEvent.IntentConfirmed(
                        controlId(1), "officer", Authority.OFFICER, id(1), intent(1), 1, NOON.plusSeconds(1), NOON));

        assertThat(questions(answered)).containsExactly(id(1), id(2));
        assertThat(answered.confirmations().byIntent().get(intent(1)))
                .isEqualTo(new Confirmation(id(1), NOON, NOON.plusSeconds(1), "officer"));
    }

    private static Account asked(Account before, int first, int last, Instant at) {
        Account account = before;
        for (int n = first; n <= last; n++) {
            account = account.evolve(new AccountEvent.ConfirmationRequested(id(n), intent(n), at.plus(LIFE), at));
        }
        return account;
    }

    private static List<ConfirmationId> questions(Account account) {
        return account.confirmations().byIntent().values().stream()
                .map(Confirmation::id)
                .toList();
    }

    private static List<ConfirmationId> ids(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(ConfirmationsTest::id)
                .toList();
    }

    private static ConfirmationId id(long n) {
        return ConfirmationId.raisedBy(requestId(n));
    }
}
