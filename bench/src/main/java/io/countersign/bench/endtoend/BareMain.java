package io.countersign.bench.endtoend;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The outer half of the floor, as one process like the gateway with the relay in it: an endpoint that produces each request with
 * {@code acks=all} and waits for its outcome, and a consumer of committed decisions that claims them by its offset before it sends
 * them. Nothing is checked, named, sealed or limited.
 */
public final class BareMain {

    static final String NUMBER = "X-Bench-Number";
    static final String GROUP = "countersign.bench.pipeline";
    static final String REQUESTS = GROUP + ".requests";
    static final String DECISIONS = GROUP + ".decisions";
    static final String OUTCOMES = GROUP + ".outcomes";

    private static final int UNAVAILABLE = 503;

    private final Producer<byte[], byte[]> producer;
    private final int requestOctets;
    private final Map<Long, HttpServerRequest> waiting = new ConcurrentHashMap<>();

    private BareMain(Producer<byte[], byte[]> producer, int requestOctets) {
        this.producer = producer;
        this.requestOctets = requestOctets;
    }

    /** Arguments: port, bootstrap servers, where to send, octets of a request's record, octets of an outcome's. */
    public static void main(String[] arguments) {
        String kafka = arguments[1];
        ByteArraySerializer plain = new ByteArraySerializer();
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                plain,
                plain);
        Vertx vertx = Vertx.vertx();
        BareMain endpoint = new BareMain(producer, Integer.parseInt(arguments[3]));
        BareSender sender = new BareSender(vertx, arguments[2], producer, Integer.parseInt(arguments[4]));
        Thread.ofPlatform().name("claim").start(() -> BareConsumers.claim(kafka, sender::send));
        Thread.ofPlatform().name("follow").start(() -> BareConsumers.follow(kafka, endpoint::answer));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(endpoint::handle)
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
        request.body().onSuccess(body -> produce(request, body.toString(StandardCharsets.ISO_8859_1)));
    }

    private void produce(HttpServerRequest request, String body) {
        long number = Long.parseLong(request.getHeader(NUMBER));
        byte[] key = request.getHeader("X-MBX-APIKEY").getBytes(StandardCharsets.US_ASCII);
        byte[] value = new Frame(number, request.method().name(), request.uri(), body).encode(requestOctets);
        waiting.put(number, request);
        Future<?> unused = producer.send(new ProducerRecord<>(REQUESTS, key, value), (where, failure) -> {
            if (failure != null) {
                waiting.remove(number);
                request.response().setStatusCode(UNAVAILABLE).end();
            }
        });
    }

    private void answer(byte[] outcome) {
        Frame frame = Frame.decode(outcome);
        HttpServerRequest request = waiting.remove(frame.number());
        if (request != null) {
            request.response().end(frame.body());
        }
    }
}
