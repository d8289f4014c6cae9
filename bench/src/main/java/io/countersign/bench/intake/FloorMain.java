package io.countersign.bench.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The barest endpoint that promises what the intake promises: a body comes, a record of the same size as the gateway's is produced
 * with {@code acks=all}, 202 is answered. Nothing is checked, named or sealed.
 */
public final class FloorMain {

    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;
    private static final int ACCOUNTS = 1_024;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final byte[] value;
    private int turn;

    private FloorMain(Producer<byte[], byte[]> producer, String topic, int recordOctets) {
        this.producer = producer;
        this.topic = topic;
        this.value = new byte[recordOctets];
    }

    /** Arguments: port, bootstrap servers, topic, octets of a record's value. */
    public static void main(String[] arguments) {
        ByteArraySerializer plain = new ByteArraySerializer();
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        arguments[1],
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "client.id",
                        "countersign-bench-floor"),
                plain,
                plain);
        FloorMain floor = new FloorMain(producer, arguments[2], Integer.parseInt(arguments[3]));
        Vertx.vertx()
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(floor::handle)
                .listen()
                .onFailure(failure -> {
                    System.err.println("floor: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/ready")) {
            request.response().end();
            return;
        }
        request.body().onSuccess(body -> produce(request));
    }

    private void produce(HttpServerRequest request) {
        byte[] key = ("bench-" + turn++ % ACCOUNTS).getBytes(StandardCharsets.UTF_8);
        Future<?> unused = producer.send(new ProducerRecord<>(topic, key, value), (where, failure) -> request.response()
                .setStatusCode(failure == null ? ACCEPTED : UNAVAILABLE)
                .end());
    }
}
