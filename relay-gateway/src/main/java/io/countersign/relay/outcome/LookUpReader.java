package io.countersign.relay.outcome;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.domain.lookup.FoundWithdrawal;
import io.countersign.domain.lookup.LookUp;
import io.countersign.domain.money.Amount;
import io.countersign.domain.money.Asset;
import io.countersign.domain.request.Destination;
import io.countersign.relay.egress.Attempt;
import io.countersign.relay.lookup.Question;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what Binance lists under an order id. What is not understood to the last field that matters says nothing at all. */
final class LookUpReader {

    private static final int OK = 200;

    /** A few withdrawals take some kilobytes. */
    private static final int MOST_OCTETS = 64 * 1024;

    private static final int MOST_DEPTH = 8;
    private static final int LONGEST_TEXT = 256;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LookUpReader() {}

    /** What {@code attempt} answers to {@code question}; empty when it is no answer, or none that can be read for certain. */
    static Optional<LookUp> read(Question question, Attempt attempt) {
        if (!(attempt instanceof Attempt.Answered answered) || answered.status() != OK) {
            return Optional.empty();
        }
        Octets body = answered.body();
        if (body == null || body.length() > MOST_OCTETS) {
            return Optional.empty();
        }
        try {
            Instant sentAt = answered.sentAt();
            return Optional.of(new LookUp(
                    question.connection(),
                    question.lists(),
                    question.orderId(),
                    question.from(sentAt),
                    question.until(sentAt),
                    found(JSON.readTree(body.toBytes()), question)));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<FoundWithdrawal> found(JsonNode answer, Question question) {
        if (!answer.isArray() || answer.size() > LookUp.MOST_FOUND) {
            throw new IllegalArgumentException("no list of a few withdrawals");
        }
        List<FoundWithdrawal> found = new ArrayList<>();
        for (JsonNode row : answer) {
            if (!question.orderId().equals(text(row, "withdrawOrderId"))) {
                throw new IllegalArgumentException("a withdrawal that was not asked about");
            }
            found.add(new FoundWithdrawal(
                    text(row, "id"),
                    status(row.path(question.status())),
                    new Amount(decimal(row.path("amount")), new Asset(text(row, "coin"))),
                    row.has("transactionFee") ? decimal(row.path("transactionFee")) : BigDecimal.ZERO,
                    new Destination(optional(row, "network"), text(row, "address"), optional(row, "addressTag")),
                    LocalDateTime.parse(text(row, "applyTime"), UTC).toInstant(ZoneOffset.UTC)));
        }
        return found;
    }

    private static int status(JsonNode value) {
        if (!value.isInt()) {
            throw new IllegalArgumentException("a state is a number");
        }
        return value.intValue();
    }

    private static BigDecimal decimal(JsonNode value) {
        String plain = value.asText();
        if (!(value.isNumber() || value.isTextual()) || !DECIMAL.matcher(plain).matches()) {
            throw new IllegalArgumentException("an amount is a plain decimal");
        }
        return new BigDecimal(plain);
    }

    private static String text(JsonNode row, String name) {
        String text = optional(row, name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    /** Binance writes nothing as absent, as null or as an empty text. */
    private static @Nullable String optional(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " is no short text");
        }
        return value.textValue();
    }
}
