package io.countersign.relay.outcome;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.countersign.wire.message.Octets;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As much of Binance's answer as tells what became of the request: whether it is whole JSON, and its error code. */
record AnswerBody(@Nullable Integer code) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Empty when the octets are not exactly one JSON object or array. */
    static Optional<AnswerBody> read(Octets octets) {
        try (JsonParser parser = JSON.createParser(octets.toBytes())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                parser.skipChildren();
                return parser.nextToken() == null ? Optional.of(new AnswerBody(null)) : Optional.empty();
            }
            if (first != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Integer code = code(parser);
            return parser.nextToken() == null ? Optional.of(new AnswerBody(code)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer code(JsonParser parser) throws IOException {
        Integer code = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isCode = parser.currentName().equals("code");
            JsonToken value = parser.nextToken();
            if (isCode && value == JsonToken.VALUE_NUMBER_INT) {
                code = parser.getIntValue();
            }
            parser.skipChildren();
        }
        return code;
    }
}
