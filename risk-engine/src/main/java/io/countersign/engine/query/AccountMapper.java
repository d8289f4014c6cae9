package io.countersign.engine.query;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.account.Withdrawal;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.policy.LookUpRules;
import io.countersign.domain.policy.Policy;
import io.countersign.domain.rule.LimitStatus;
import io.countersign.engine.query.AccountBody.BaselineBody;
import io.countersign.engine.query.AccountBody.DecidedBody;
import io.countersign.engine.query.AccountBody.LimitBody;
import io.countersign.engine.query.AccountBody.ReservationBody;
import io.countersign.engine.query.AccountBody.WithdrawalBody;
import io.countersign.wire.message.StoredAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** WHAT is answered about an account: from the store's value and the live rules to JSON. */
final class AccountMapper {

    private AccountMapper() {}

    static AccountBody body(StoredAccount stored, LiveRules.Now rules) {
        Account account = stored.account();
        Policy live = rules.policies().live();
        return new AccountBody(
                account.id().value(),
                stored.sequence(),
                HexFormat.of().formatHex(stored.lastHash().toBytes()),
                rules.at(),
                live.version(),
                account.standing().tier(),
                StandingMapper.addresses(account, live),
                StandingMapper.connections(account.standing()),
                StandingMapper.freezes(account.standing().freezesAt(rules.at())),
                StandingMapper.freezes(rules.freezes()),
                StandingMapper.confirmations(account.confirmations(), rules.at()),
                live.limits(account, rules.at()).stream()
                        .map(AccountMapper::limit)
                        .toList(),
                account.activity().decided().entrySet().stream()
                        .map(each -> decided(each.getKey(), each.getValue()))
                        .toList(),
                account.activity().exposure().reservations().entrySet().stream()
                        .map(each -> reservation(each.getKey(), each.getValue()))
                        .toList(),
                account.activity().withdrawals().entrySet().stream()
                        .map(each -> withdrawal(each.getKey(), each.getValue(), live.lookUps()))
                        .toList(),
                new BaselineBody(
                        account.activity().baseline().transfers(),
                        account.activity().baseline().lastAt()));
    }

    private static LimitBody limit(LimitStatus limit) {
        return new LimitBody(
                limit.rule().value(),
                limit.of(),
                limit.unit(),
                limit.window(),
                plain(limit.bound()),
                limit.used() == null ? null : plain(limit.used()),
                plain(limit.left()),
                limit.nextFreeAt());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static DecidedBody decided(RequestId id, DecidedRequest request) {
        @Nullable OutcomeClass outcome = request.outcome();
        @Nullable Resolution resolution = request.resolution();
        return new DecidedBody(
                id.value(),
                request.status().name(),
                request.at(),
                outcome == null ? null : outcome.name(),
                resolution == null ? null : resolution.name());
    }

    private static WithdrawalBody withdrawal(RequestId id, Withdrawal withdrawal, LookUpRules rules) {
        Instant over = withdrawal.over(rules.margin());
        Instant last = withdrawal.lastEmptyAt();
        Instant next = last == null ? over : last.plus(rules.apart());
        return new WithdrawalBody(
                id.value(),
                withdrawal.endpoint().toString(),
                withdrawal.connection().fingerprint(),
                String.valueOf(withdrawal.transfer().orderId()),
                withdrawal.earliest(),
                next.isBefore(over) ? over : next,
                withdrawal.emptyAnswers(),
                rules.answers(),
                withdrawal.lastWord());
    }

    private static ReservationBody reservation(RequestId id, Reservation reservation) {
        String state =
                switch (reservation) {
                    case Reservation.Open open -> "OPEN";
                    case Reservation.Settled settled -> "SETTLED";
                };
        return new ReservationBody(
                id.value(),
                state,
                reservation.value().plain(),
                reservation.value().asset().code(),
                reservation.countedSince());
    }
}
