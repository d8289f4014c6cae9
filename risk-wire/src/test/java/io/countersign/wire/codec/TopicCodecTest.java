package io.countersign.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.testing.Samples;
import io.countersign.schema.policies.PublishedPolicy;
import io.countersign.wire.mapping.PolicyMapping;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.testing.RandomMessages;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCodecTest {

    private static final TopicCodec<RequestMessage> REQUESTS =
            new TopicCodec<>(Topics.REQUESTS, new SingleObjectFraming());
    private static final TopicCodec<PolicyMessage> POLICIES =
            new TopicCodec<>(Topics.POLICIES, new SingleObjectFraming());
    private static final RequestMessage REQUEST = new RandomMessages(new Random(1)).request();
    private static final byte[] OCTETS = REQUESTS.encode(REQUEST);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(REQUESTS.read(OCTETS)).isEqualTo(new Read.Value<>(REQUEST));
    }

    @Test
    void noPartOfAValueIsAValue() {
        for (int length = 0; length < OCTETS.length; length++) {
            assertThat(REQUESTS.read(Arrays.copyOf(OCTETS, length)))
                    .as("the first %d octets", length)
                    .isInstanceOf(Read.Unreadable.class);
        }
    }

    @Test
    void singleObjectsAreAvrosOwn() throws IOException {
        PolicyMessage policy = new PolicyMessage(1, "zone", "me", Samples.NOON);

        ByteBuffer avros =
                PublishedPolicy.getEncoder().encode(PolicyMapping.AVRO.toAvro().apply(policy));

        assertThat(ByteBuffer.wrap(POLICIES.encode(policy))).isEqualTo(avros);
    }

    @Test
    void noValueIsUnreadable() {
        assertThat(REQUESTS.read(null))
                .isEqualTo(new Read.Unreadable<>("the record on countersign.requests.v1 has no value"));
    }

    @Test
    void anotherTopicsValueIsUnreadable() {
        byte[] foreign = POLICIES.encode(new PolicyMessage(1, "zone", "me", Samples.NOON));

        assertThat(REQUESTS.read(foreign)).isInstanceOf(Read.Unreadable.class);
    }

    /** Five octets that claim a text of 256 MB: nothing of that size is allocated to find out. */
    @Test
    void aLengthInHostileOctetsIsNotBelieved() {
        byte[] octets = POLICIES.encode(new PolicyMessage(1, "zone", "me", Samples.NOON));
        System.arraycopy(HexFormat.of().parseHex("feffffff01"), 0, octets, POLICIES.headerLength() + 1, 5);

        assertThat(POLICIES.read(octets)).asString().contains("exceeds maximum allowed");
    }

    /** Hostile octets are a value or unreadable, and never anything that stops the reader. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#seeds")
    void alteredOctetsStopNothing(long seed) {
        Random random = new Random(seed);
        byte[] octets = REQUESTS.encode(new RandomMessages(random).request());
        for (int i = 0; i < 50; i++) {
            byte[] altered = octets.clone();
            int changes = 1 + random.nextInt(3);
            for (int c = 0; c < changes; c++) {
                altered[10 + random.nextInt(altered.length - 10)] = (byte) random.nextInt();
            }
            assertThat(REQUESTS.read(altered)).isInstanceOfAny(Read.Value.class, Read.Unreadable.class);
        }
    }
}
