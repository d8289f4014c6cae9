package io.countersign.bench.endtoend;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The floor's way out: sends what was claimed and writes what came back. */
final class BareSender {

    /** As many as the relay has in flight at most. */
    private static final int CONNECTIONS = 256;

    private final HttpClient client;
    private final Producer<byte[], byte[]> producer;
    private final int outcomeOctets;

    BareSender(Vertx vertx, String to, Producer<byte[], byte[]> producer, int outcomeOctets) {
        URI uri = URI.create(to);
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(uri.getHost()).setDefaultPort(uri.getPort()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.producer = producer;
        this.outcomeOctets = outcomeOctets;
    }

    /** Sends a decision that was claimed. */
    void send(ConsumerRecord<byte[], byte[]> decision) {
        Frame frame = Frame.decode(decision.value());
        client.request(HttpMethod.valueOf(frame.method()), frame.target())
                .compose(request -> headed(request, decision.key())
                        .send(Buffer.buffer(frame.body().getBytes(StandardCharsets.ISO_8859_1))))
                .compose(answer -> answer.body().map(body -> body.toString(StandardCharsets.ISO_8859_1)))
                .onSuccess(body -> tell(decision.key(), Frame.answer(frame.number(), body)))
                .onFailure(failure -> System.err.println("floor: not sent: " + failure.getMessage()));
    }

    private void tell(byte[] key, Frame outcome) {
        Future<?> unused = producer.send(new ProducerRecord<>(BareMain.OUTCOMES, key, outcome.encode(outcomeOctets)));
    }

    private static HttpClientRequest headed(HttpClientRequest request, byte[] apiKey) {
        return request.putHeader("X-MBX-APIKEY", new String(apiKey, StandardCharsets.US_ASCII))
                .putHeader("Content-Type", "application/x-www-form-urlencoded");
    }
}
