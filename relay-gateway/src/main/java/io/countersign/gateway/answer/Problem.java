package io.countersign.gateway.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.countersign.domain.finding.Finding;
import io.countersign.domain.id.ConfirmationId;
import io.countersign.domain.id.RequestId;
import io.countersign.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details that also carry Binance's {@code code} and {@code msg}, so that SDKs show the reason. */
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "requestId",
    "confirmationId",
    "confirmBefore",
    "code",
    "msg",
    "findings"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable String confirmationId,
        @Nullable Instant confirmBefore,
        int code,
        String msg,
        @Nullable List<FindingBody> findings,
        @JsonIgnore List<Reply.Field> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:countersign:problem:";

    public Problem {
        findings = findings == null ? null : List.copyOf(findings);
        headers = List.copyOf(headers);
    }

    /** A problem; {@code detail} is a sentence for a person, without values from the input. */
    public static Problem of(ProblemType type, String detail) {
        return of(type.slug(), type.httpStatus(), type.binanceCode(), detail);
    }

    /** A request that was not understood. */
    public static Problem of(Reading.Refused refused) {
        return of(
                refused.reason().slug(),
                refused.reason().httpStatus(),
                refused.reason().binanceCode(),
                refused.message());
    }

    private static Problem of(String slug, int status, int code, String detail) {
        String title = Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
        return new Problem(
                TYPE_PREFIX + slug, title, status, detail, null, null, null, null, code, detail, null, List.of());
    }

    /** The same, about the request {@code id}, with the place to ask for it. */
    public Problem about(RequestId id) {
        String place = "/v1/requests/" + id;
        return new Problem(
                        type,
                        title,
                        status,
                        detail,
                        place,
                        id.value(),
                        confirmationId,
                        confirmBefore,
                        code,
                        msg,
                        findings,
                        headers)
                .with("Location", place);
    }

    /** The same with the question that a person must answer first, and until when; null when that is not known. */
    public Problem asking(ConfirmationId id, @Nullable Instant before) {
        return new Problem(
                type, title, status, detail, instance, requestId, id.value(), before, code, msg, findings, headers);
    }

    /** The same with what the rules found. */
    public Problem with(List<Finding> found) {
        List<FindingBody> bodies = found.stream().map(FindingBody::of).toList();
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                requestId,
                confirmationId,
                confirmBefore,
                code,
                msg,
                bodies,
                headers);
    }

    /** The same with a header. */
    public Problem with(String name, String value) {
        List<Reply.Field> more = new ArrayList<>(headers);
        more.add(new Reply.Field(name, value));
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                requestId,
                confirmationId,
                confirmBefore,
                code,
                msg,
                findings,
                more);
    }

    /** The problem as an answer. */
    public Reply toReply() {
        return new Reply(status, with("Content-Type", MEDIA_TYPE).headers(), Json.write(this));
    }
}
