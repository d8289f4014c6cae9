package io.countersign.sandbox.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.standin.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads server-sent events as a client does, on a thread of its own, until the stream ends or it is closed. */
final class EventReader implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private final Thread thread;

    /** One event; what it does not have is empty. */
    record Event(String id, String name, JsonNode data) {}

    private EventReader(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        answer = http.send(request.build(), BodyHandlers.ofLines());
        thread = Thread.ofVirtual().start(this::read);
    }

    static EventReader open(String address, Map<String, String> headers) throws IOException, InterruptedException {
        return new EventReader(URI.create(address), headers);
    }

    int status() {
        return answer.statusCode();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** All events as soon as one is the wanted one, or after a while. */
    List<Event> until(Predicate<Event> wanted) throws InterruptedException {
        return Poll.until(this::events, all -> all.stream().anyMatch(wanted));
    }

    boolean hasEnded() throws InterruptedException {
        return Poll.until(() -> !thread.isAlive(), ended -> ended);
    }

    private void read() {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        try (Stream<String> lines = answer.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, name, Json.read(data.toString()).orElseThrow()));
                    data.setLength(0);
                    id = "";
                }
            }
        } catch (UncheckedIOException cut) {
            events.add(new Event("", "cut", Json.object()));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
