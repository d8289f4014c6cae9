package io.countersign.wire.mapping;

import io.countersign.domain.account.Activity;
import io.countersign.domain.account.DecidedRequest;
import io.countersign.domain.account.Exposure;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.account.Reservation;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.lookup.Resolution;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.schema.state.AccountState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an account has done, as the account store keeps it. */
final class ActivityMapping {

    private ActivityMapping() {}

    static void put(AccountState.Builder state, Activity activity) {
        state.setDecided(activity.decided().entrySet().stream()
                        .map(each -> toAvro(each.getKey(), each.getValue()))
                        .toList())
                .setReservations(activity.exposure().reservations().entrySet().stream()
                        .map(each -> toAvro(each.getKey(), each.getValue()))
                        .toList())
                .setWithdrawals(WithdrawalMapping.toAvro(activity.withdrawals()))
                .setBaseline(BaselineMapping.toAvro(activity.baseline()));
    }

    static Activity fromAvro(AccountState avro) {
        return new Activity(
                decided(avro.getDecided()),
                new Exposure(reservations(avro.getReservations())),
                WithdrawalMapping.fromAvro(avro.getWithdrawals()),
                BaselineMapping.fromAvro(avro.getBaseline()));
    }

    private static io.countersign.schema.state.DecidedRequest toAvro(RequestId id, DecidedRequest decided) {
        OutcomeClass outcome = decided.outcome();
        Resolution resolution = decided.resolution();
        return new io.countersign.schema.state.DecidedRequest(
                FactsMapping.toAvro(id),
                FactsMapping.toAvro(decided.status()),
                decided.at().toEpochMilli(),
                outcome == null ? null : FactsMapping.toAvro(outcome),
                decided.orderId(),
                resolution == null ? null : LookUpMapping.toAvro(resolution));
    }

    private static io.countersign.schema.state.Reservation toAvro(RequestId id, Reservation reservation) {
        Asset asset = reservation.asset();
        Destination destination = reservation.destination();
        return new io.countersign.schema.state.Reservation(
                FactsMapping.toAvro(id),
                reservation.value().plain(),
                reservation.value().asset().code(),
                reservation.countedSince().toEpochMilli(),
                reservation instanceof Reservation.Settled,
                asset == null ? null : asset.code(),
                destination == null ? null : FactsMapping.toAvro(destination));
    }

    private static Map<RequestId, DecidedRequest> decided(List<io.countersign.schema.state.DecidedRequest> avro) {
        Map<RequestId, DecidedRequest> decided = new LinkedHashMap<>();
        for (io.countersign.schema.state.DecidedRequest each : avro) {
            io.countersign.schema.common.OutcomeClass outcome = each.getOutcome();
            io.countersign.schema.common.Resolution resolution = each.getResolution();
            decided.put(
                    FactsMapping.requestId(each.getRequestId()),
                    new DecidedRequest(
                            FactsMapping.fromAvro(each.getStatus()),
                            Instant.ofEpochMilli(each.getAt()),
                            each.getOrderId(),
                            outcome == null ? null : FactsMapping.fromAvro(outcome),
                            resolution == null ? null : LookUpMapping.fromAvro(resolution)));
        }
        return decided;
    }

    private static Map<RequestId, Reservation> reservations(List<io.countersign.schema.state.Reservation> avro) {
        Map<RequestId, Reservation> reservations = new LinkedHashMap<>();
        for (io.countersign.schema.state.Reservation each : avro) {
            String asset = each.getAsset();
            io.countersign.schema.common.Destination destination = each.getDestination();
            Reservation.Open open = new Reservation.Open(
                    Decimals.amount(each.getValue(), each.getQuote()),
                    asset == null ? null : new Asset(asset),
                    destination == null ? null : FactsMapping.fromAvro(destination),
                    Instant.ofEpochMilli(each.getCountedSince()));
            reservations.put(FactsMapping.requestId(each.getRequestId()), each.getSettled() ? open.settle() : open);
        }
        return reservations;
    }
}
