package io.countersign.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.countersign.wire.codec.SchemasUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.ProductionExceptionHandlerResponse;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    private final StopReason reason = new StopReason();

    @Test
    void aCommandThatBreaksAnInvariantStopsAndIsNamedInOneLine(@TempDir Path stateDir) {
        stops(
                stateDir,
                new IllegalStateException("corrupt journal:\n two lines"),
                "the command at requests partition 0 offset 0 cannot be decided: "
                        + "corrupt journal: two lines (IllegalStateException)");
    }

    @Test
    void aRegistryThatIsAwayIsNamedAndNotTheCommand(@TempDir Path stateDir) {
        IOException refused = new ConnectException();
        refused.initCause(new ClosedChannelException());

        stops(
                stateDir,
                new SchemasUnavailableException("the registry at http://registry did not answer", refused),
                "the registry at http://registry did not answer (SchemasUnavailableException)");
    }

    /** Through Streams itself, so that the settings are seen to reach the handler. */
    private void stops(Path stateDir, RuntimeException failure, String expected) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnProcessing.class);
        settings.put(StopReason.SETTING, reason);
        try (TopologyTestDriver driver = new TopologyTestDriver(breaking(failure), settings)) {
            TestInputTopic<byte[], byte[]> requests =
                    driver.createInputTopic("requests", new ByteArraySerializer(), new ByteArraySerializer());

            Throwable thrown = catchThrowable(() -> requests.pipeInput(SECRET, SECRET));

            assertThat(thrown).isNotNull();
            assertThat(reason.of(thrown)).isEqualTo(expected);
        }
    }

    @Test
    void whatTheBrokerMayYetTakeIsSentAgain() {
        assertThat(production().handle(new At(), tooLarge(), new NotLeaderOrFollowerException("moved")))
                .isEqualTo(ProductionExceptionHandlerResponse.RETRY);
    }

    @Test
    void whatTheBrokerNeverTakesStopsAndTellsFromWhichCommandButNotItsContent() {
        ProductionExceptionHandlerResponse response =
                production().handle(new At(), tooLarge(), new RecordTooLargeException("1 MiB at most"));

        assertThat(response).isEqualTo(ProductionExceptionHandlerResponse.FAIL);
        assertThat(reason.of(new IllegalStateException("noise")))
                .isEqualTo("a record for decisions, from requests partition 2 offset 42, cannot be written: "
                        + "1 MiB at most (RecordTooLargeException)");
    }

    @Test
    void theFirstReasonIsKept() {
        reason.tell("first", new IllegalStateException("a"));
        reason.tell("second", new IllegalStateException("b"));

        assertThat(reason.of(new IllegalStateException("noise"))).isEqualTo("first: a (IllegalStateException)");
    }

    @Test
    void withoutAHandlersWordTheRootIsTold() {
        Throwable wrapped = new IllegalStateException("outer", new IllegalArgumentException("inner"));

        assertThat(reason.of(wrapped)).isEqualTo("inner (IllegalArgumentException)");
    }

    private StopOnProduction production() {
        StopOnProduction handler = new StopOnProduction();
        handler.configure(Map.of(StopReason.SETTING, reason));
        return handler;
    }

    private static ProducerRecord<byte[], byte[]> tooLarge() {
        return new ProducerRecord<>("decisions", SECRET, SECRET);
    }

    private static Topology breaking(RuntimeException failure) {
        Topology topology = new Topology();
        topology.addSource("commands", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "requests");
        topology.addProcessor("decide", () -> new Breaking(failure), "commands");
        return topology;
    }

    private record Breaking(RuntimeException failure) implements Processor<byte[], byte[], byte[], byte[]> {

        @Override
        public void process(Record<byte[], byte[]> command) {
            throw failure;
        }
    }

    private record At() implements ErrorHandlerContext {

        @Override
        public String topic() {
            return "requests";
        }

        @Override
        public int partition() {
            return 2;
        }

        @Override
        public long offset() {
            return 42;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "decide";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 2);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte[] sourceRawKey() {
            return SECRET;
        }

        @Override
        public byte[] sourceRawValue() {
            return SECRET;
        }
    }
}
