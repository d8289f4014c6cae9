package io.countersign.sandbox.standin.endpoints;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.standin.endpoints.HistoryQuery.Bad;
import io.countersign.sandbox.standin.endpoints.HistoryQuery.Good;
import io.countersign.sandbox.standin.http.Json;
import io.countersign.sandbox.standin.rules.Call;
import io.countersign.sandbox.standin.rules.Outcome;
import io.countersign.sandbox.standin.world.Withdrawal;
import io.countersign.sandbox.standin.world.Withdrawal.Method;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Past withdrawals, newest first. */
final class HistoryEndpoints {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HistoryEndpoints() {}

    static Outcome capital(Call call) {
        return history(call, call.account().withdrawals().stream(), HistoryEndpoints::row);
    }

    /** Only what was sent through the local-entity endpoints, as Binance warns. */
    static Outcome localEntity(Call call) {
        Stream<Withdrawal> own =
                call.account().withdrawals().stream().filter(withdrawal -> withdrawal.method() == Method.LOCAL_ENTITY);
        return history(call, own, HistoryEndpoints::localEntityRow);
    }

    private static Outcome history(Call call, Stream<Withdrawal> all, Function<Withdrawal, ObjectNode> row) {
        long now = call.world().clock().millis();
        return switch (HistoryQuery.read(call.parameters(), now)) {
            case Bad bad -> Outcome.refused(bad.error());
            case Good good -> {
                List<Withdrawal> oldestFirst = all.filter(good.query()::matches).toList();
                ArrayNode rows = Json.array();
                oldestFirst.reversed().stream()
                        .skip(good.query().offset())
                        .limit(good.query().limit())
                        .map(row)
                        .forEach(rows::add);
                yield Outcome.of(rows);
            }
        };
    }

    static ObjectNode row(Withdrawal withdrawal) {
        Withdrawal.Order order = withdrawal.order();
        boolean completed = withdrawal.status() == Withdrawal.COMPLETED;
        String time = UTC.format(Instant.ofEpochMilli(withdrawal.appliedMicros() / 1_000));
        ObjectNode row = Json.object()
                .put("id", withdrawal.id())
                .put("amount", Amounts.write(order.amount()))
                .put("transactionFee", Amounts.write(order.network().fee()))
                .put("coin", order.coin().symbol())
                .put("status", withdrawal.status())
                .put("address", order.address())
                .put("addressTag", order.addressTag() == null ? "" : order.addressTag())
                .put("txId", completed ? "0x" + withdrawal.id() + withdrawal.id() : "")
                .put("applyTime", time)
                .put("network", order.network().name())
                .put("transferType", 0)
                .put("info", "")
                .put("confirmNo", completed ? 12 : 0)
                .put("walletType", order.walletType())
                .put("txKey", "");
        if (order.withdrawOrderId() != null) {
            row.put("withdrawOrderId", order.withdrawOrderId());
        }
        return completed ? row.put("completeTime", time) : row;
    }

    private static ObjectNode localEntityRow(Withdrawal withdrawal) {
        return row(withdrawal)
                .put("trId", withdrawal.trId())
                .put("withdrawalStatus", withdrawal.status())
                .put("travelRuleStatus", 0);
    }
}
