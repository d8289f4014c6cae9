package io.countersign.wire.mapping;

import io.countersign.domain.finding.DecisionStatus;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.finding.RuleId;
import io.countersign.domain.finding.Verdict;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.ConnectionId;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.domain.money.Asset;
import io.countersign.domain.money.Price;
import io.countersign.domain.request.Destination;
import io.countersign.domain.request.Endpoint;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.schema.common.OutcomeClass;
import io.countersign.wire.message.Octets;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that several topics share. */
final class FactsMapping {

    private static final int REQUEST_ID_OCTETS = 2 * Long.BYTES;

    private FactsMapping() {}

    static io.countersign.schema.common.RequestFacts toAvro(RequestFacts facts) {
        Transfer transfer = facts.transfer();
        Price price = facts.price();
        IntentDigest intent = facts.intent();
        return io.countersign.schema.common.RequestFacts.newBuilder()
                .setRequestId(facts.id().value())
                .setAccountId(facts.account().value())
                .setConnection(facts.connection().fingerprint())
                .setMethod(facts.endpoint().method())
                .setPath(facts.endpoint().path())
                .setMovesFunds(facts.movesFunds())
                .setTransfer(transfer == null ? null : toAvro(transfer))
                .setPrice(price == null ? null : toAvro(price))
                .setWireDigest(ByteBuffer.wrap(facts.digest().octets()))
                .setDeadline(facts.deadline())
                .setReceivedAt(facts.receivedAt())
                .setIntentDigest(intent == null ? null : toAvro(intent))
                .build();
    }

    static RequestFacts fromAvro(io.countersign.schema.common.RequestFacts avro) {
        io.countersign.schema.common.Transfer transfer = avro.getTransfer();
        io.countersign.schema.common.Price price = avro.getPrice();
        ByteBuffer intent = avro.getIntentDigest();
        return new RequestFacts(
                new RequestId(avro.getRequestId()),
                new AccountId(avro.getAccountId()),
                new ConnectionId(avro.getConnection()),
                new Endpoint(avro.getMethod(), avro.getPath()),
                avro.getMovesFunds(),
                transfer == null ? null : fromAvro(transfer),
                price == null ? null : fromAvro(price),
                intent == null ? null : intent(intent),
                WireDigest.of(Octets.of(avro.getWireDigest()).toBytes()),
                avro.getDeadline(),
                avro.getReceivedAt());
    }

    static ByteBuffer toAvro(IntentDigest intent) {
        return ByteBuffer.wrap(intent.octets());
    }

    static IntentDigest intent(ByteBuffer avro) {
        return IntentDigest.of(Octets.of(avro).toBytes());
    }

    /** The id of 16 octets. An account has dozens of ids: they go from number to octets and back, and are no text on the way. */
    static RequestId requestId(ByteBuffer octets) {
        if (octets.remaining() != REQUEST_ID_OCTETS) {
            throw new IllegalArgumentException("a request id is 16 octets");
        }
        int at = octets.position();
        return new RequestId(octets.getLong(at), octets.getLong(at + Long.BYTES));
    }

    static ByteBuffer toAvro(RequestId id) {
        return ByteBuffer.allocate(REQUEST_ID_OCTETS)
                .putLong(id.high())
                .putLong(id.low())
                .flip();
    }

    static io.countersign.schema.common.Destination toAvro(Destination destination) {
        return new io.countersign.schema.common.Destination(
                destination.network(), destination.address(), destination.tag());
    }

    static Destination fromAvro(io.countersign.schema.common.Destination avro) {
        return new Destination(avro.getNetwork(), avro.getAddress(), avro.getTag());
    }

    static List<io.countersign.schema.common.Finding> toAvro(List<Finding> findings) {
        return findings.stream()
                .map(each -> new io.countersign.schema.common.Finding(
                        each.rule().value(),
                        io.countersign.schema.common.Verdict.valueOf(
                                each.verdict().name()),
                        each.observed(),
                        each.bound(),
                        each.sentence(),
                        each.score()))
                .toList();
    }

    static List<Finding> fromAvro(List<io.countersign.schema.common.Finding> avro) {
        return avro.stream()
                .map(each -> new Finding(
                        new RuleId(each.getRule()),
                        Verdict.valueOf(each.getVerdict().name()),
                        each.getObserved(),
                        each.getBound(),
                        each.getSentence(),
                        each.getScore()))
                .toList();
    }

    static io.countersign.schema.common.DecisionStatus toAvro(DecisionStatus status) {
        return io.countersign.schema.common.DecisionStatus.valueOf(status.name());
    }

    static DecisionStatus fromAvro(io.countersign.schema.common.DecisionStatus avro) {
        return DecisionStatus.valueOf(avro.name());
    }

    static OutcomeClass toAvro(io.countersign.domain.account.OutcomeClass outcome) {
        return OutcomeClass.valueOf(outcome.name());
    }

    static io.countersign.domain.account.OutcomeClass fromAvro(OutcomeClass avro) {
        return io.countersign.domain.account.OutcomeClass.valueOf(avro.name());
    }

    static @Nullable ByteBuffer toAvro(@Nullable Octets octets) {
        return octets == null ? null : octets.toBuffer();
    }

    static @Nullable Octets fromAvro(@Nullable ByteBuffer avro) {
        return avro == null ? null : Octets.of(avro);
    }

    static io.countersign.schema.common.Transfer toAvro(Transfer transfer) {
        Destination destination = transfer.destination();
        return new io.countersign.schema.common.Transfer(
                transfer.amount().asset().code(),
                transfer.amount().plain(),
                destination == null ? null : toAvro(destination),
                transfer.orderId());
    }

    static Transfer fromAvro(io.countersign.schema.common.Transfer avro) {
        io.countersign.schema.common.Destination destination = avro.getDestination();
        return new Transfer(
                Decimals.amount(avro.getAmount(), avro.getAsset()),
                destination == null ? null : fromAvro(destination),
                avro.getOrderId());
    }

    private static io.countersign.schema.common.Price toAvro(Price price) {
        return new io.countersign.schema.common.Price(
                price.asset().code(), price.quote().code(), price.value().toPlainString(), price.at());
    }

    private static Price fromAvro(io.countersign.schema.common.Price avro) {
        return new Price(
                new Asset(avro.getAsset()), new Asset(avro.getQuote()), Decimals.parse(avro.getValue()), avro.getAt());
    }
}
