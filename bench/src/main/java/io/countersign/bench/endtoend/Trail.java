package io.countersign.bench.endtoend;

import io.countersign.bench.http.PreparedRequest;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.reading.StrictReader;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.message.DecisionKind;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.WireRequest;
import io.countersign.wire.topic.Topic;
import io.countersign.wire.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The records that a request leaves behind: on which topics, and by which name it is found on them.
 *
 * @param name of a request
 * @param stages requests, decisions and outcomes
 */
record Trail(Function<PreparedRequest, String> name, List<Stage> stages) {

    private static final String NOBODY = "";

    /**
     * @param owner the name of the request that a record is of; an empty text for other records
     */
    record Stage(String topic, Function<byte[], String> owner) {}

    static Trail ofSystem(RegistryFraming framing) {
        StrictReader reader = new StrictReader(EndpointCatalogue.load(), Set.of());
        return new Trail(
                request -> name(reader, request),
                List.of(
                        stage(Topics.REQUESTS, framing, message -> message.facts()
                                .id()
                                .value()),
                        stage(
                                Topics.DECISIONS,
                                framing,
                                message -> message.body().kind() == DecisionKind.REQUEST
                                        ? message.body().id()
                                        : NOBODY),
                        stage(Topics.OUTCOMES, framing, message -> message.outcome()
                                .requestId()
                                .value())));
    }

    static Trail ofFloor() {
        Function<byte[], String> owner = octets -> Long.toString(Frame.number(octets));
        return new Trail(
                request -> request.headers().getOrDefault(BareMain.NUMBER, NOBODY),
                List.of(
                        new Stage(BareMain.REQUESTS, owner),
                        new Stage(BareMain.DECISIONS, owner),
                        new Stage(BareMain.OUTCOMES, owner)));
    }

    private static String name(StrictReader reader, PreparedRequest request) {
        WireRequest wire = new WireRequest(
                request.method().name(),
                request.target(),
                request.headers().get("Content-Type"),
                request.headers().getOrDefault("X-MBX-APIKEY", ""),
                Octets.of(request.body().getBytes()));
        if (!(reader.read(wire) instanceof Reading.Understood understood)) {
            throw new IllegalStateException("the reader refuses what the load asks for");
        }
        return RequestNaming.name(understood).value();
    }

    private static <T> Stage stage(Topic<T> topic, RegistryFraming framing, Function<T, String> owner) {
        TopicCodec<T> codec = new TopicCodec<>(topic, framing);
        return new Stage(
                topic.name(),
                octets -> codec.read(octets) instanceof Read.Value<T> read ? owner.apply(read.value()) : NOBODY);
    }
}
