package io.countersign.gateway.api;

import io.countersign.domain.id.AccountId;
import io.countersign.gateway.Gateway;
import io.countersign.gateway.answer.Json;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.events.Cursor;
import io.countersign.gateway.events.End;
import io.countersign.gateway.events.Notice;
import io.countersign.gateway.events.Told;
import io.countersign.gateway.identity.Caller;
import io.countersign.gateway.view.RequestKey;
import io.countersign.gateway.view.RequestState;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Streams as server-sent events. */
final class EventStreams {

    /** What a client waits before it comes back, in milliseconds. */
    private static final long RETRY = 5_000;

    private final Gateway gateway;
    private final Caller caller;
    private final HttpHeaders headers;
    private final Sse sse;

    EventStreams(Gateway gateway, Caller caller, HttpHeaders headers, Sse sse) {
        this.gateway = gateway;
        this.caller = caller;
        this.headers = headers;
        this.sse = sse;
    }

    /** Everything that happens to the caller's account, from the last event that the client saw on if it can be. */
    Multi<OutboundSseEvent> ofAccount() {
        Cursor from = Cursor.parse(lastEventId()).orElse(null);
        return open(caller.account(), from, gateway.streamLives().life()).map(this::event);
    }

    /** What {@code present} says now and again at each change, until nothing more can come. */
    Multi<OutboundSseEvent> ofRequest(RequestKey key, Supplier<Optional<RequestBody>> present) {
        States states = new States(key, present);
        return open(key.account(), null, gateway.streamLives().requestLife())
                .onItem()
                .transformToIterable(states::after)
                .select()
                .first(event -> !states.areOver(event));
    }

    /** Whether a client comes back after it was told the end, as browsers do: 204 makes them stay away. */
    boolean wasTheEnd() {
        return Arrays.stream(RequestState.values())
                .anyMatch(state -> state.isFinal() && state.name().equals(lastEventId()));
    }

    private Multi<Told> open(AccountId account, @Nullable Cursor from, Duration life) {
        Instant longest = Instant.now().plus(life);
        Instant token = caller.expiresAt();
        return gateway.streams()
                .open(account, from, token.isBefore(longest) ? token : longest)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemType.TOO_MANY_REQUESTS, "too many streams are open; end one, or ask again later")
                        .with("Retry-After", "10")));
    }

    private @Nullable String lastEventId() {
        return headers.getHeaderString(HttpHeaders.LAST_EVENT_ID_HEADER);
    }

    private OutboundSseEvent event(Told told) {
        return switch (told.notice()) {
            case Notice.Began began ->
                builder(told)
                        .reconnectDelay(RETRY)
                        .name(began.resumed() ? "resumed" : "began")
                        .data(text(began))
                        .build();
            case Notice.OfRequest request ->
                builder(told).name("request").data(text(request)).build();
            case Notice.OfControl control ->
                builder(told).name("control").data(text(control)).build();
            case Notice.OfHouse house ->
                builder(told).name("freezes").data(text(house)).build();
            case Notice.Ended ended -> end(ended.reason());
            case Notice.Beat beat -> beat();
        };
    }

    private OutboundSseEvent.Builder builder(Told told) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        return told.cursor() == null ? builder : builder.id(told.cursor().toString());
    }

    private OutboundSseEvent end(End reason) {
        return sse.newEventBuilder()
                .name("end")
                .data(text(new Notice.Ended(reason)))
                .build();
    }

    /** On one line, and without the content type that would be said of each event if JAX-RS wrote it. */
    private static String text(Object data) {
        return new String(Json.write(data).toBytes(), StandardCharsets.UTF_8);
    }

    private OutboundSseEvent beat() {
        return sse.newEventBuilder().comment("").build();
    }

    /** One request's states, each told once. */
    private final class States {

        private final RequestKey key;
        private final Supplier<Optional<RequestBody>> present;
        private @Nullable RequestState last;

        States(RequestKey key, Supplier<Optional<RequestBody>> present) {
            this.key = key;
            this.present = present;
        }

        List<OutboundSseEvent> after(Told told) {
            return switch (told.notice()) {
                case Notice.Began began -> change();
                case Notice.OfRequest request -> isMine(request) ? change() : List.of();
                case Notice.OfControl control -> List.of();
                case Notice.OfHouse house -> List.of();
                case Notice.Beat beat -> List.of(beat());
                case Notice.Ended ended -> List.of(end(ended.reason()), over());
            };
        }

        boolean areOver(OutboundSseEvent event) {
            return "over".equals(event.getName());
        }

        private boolean isMine(Notice.OfRequest request) {
            return request.requestId().equals(key.id().value());
        }

        private List<OutboundSseEvent> change() {
            RequestBody body = present.get().orElse(null);
            if (body == null || body.state() == last) {
                return List.of();
            }
            last = body.state();
            OutboundSseEvent event = sse.newEventBuilder()
                    .reconnectDelay(RETRY)
                    .id(body.state().name())
                    .name("request")
                    .data(text(body))
                    .build();
            return body.state().isFinal() ? List.of(event, end(End.SETTLED), over()) : List.of(event);
        }

        /** Never sent: it closes the stream after what came before it. */
        private OutboundSseEvent over() {
            return sse.newEventBuilder().name("over").data("").build();
        }
    }
}
