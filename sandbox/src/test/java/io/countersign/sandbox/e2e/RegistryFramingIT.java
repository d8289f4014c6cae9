package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.TopicReader;
import io.countersign.sandbox.settings.Role;
import io.countersign.schema.policies.PublishedPolicy;
import io.countersign.wire.codec.RegistryFraming;
import io.countersign.wire.codec.SchemasUnavailableException;
import io.countersign.wire.codec.UnreadableException;
import io.countersign.wire.topic.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against the real registry: what can never be read, and what only cannot be read now. */
@ExtendWith(SharedSandbox.class)
class RegistryFramingIT {
    private static final int NO_SUCH_ID = 999_999;

    private final Sandbox sandbox;
    private final RegistryFraming framing;
    private final long version;
    private final byte[] policy;

    RegistryFramingIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.framing = new RegistryFraming(sandbox.addresses().registry());
        ConsumerRecord<byte[], byte[]> published = TopicReader.committed(
                        sandbox.addresses().kafka())
                .read(Topics.POLICIES.name())
                .getFirst();
        this.version = ByteBuffer.wrap(published.key()).getLong();
        this.policy = published.value();
    }

    @AfterEach
    void close() {
        framing.close();
    }

    @Test
    void aValueIsReadAndWrittenAgainToTheSameOctets() {
        PublishedPolicy read = unframe(policy);

        assertThat(framing.frame(Topics.POLICIES.name(), read)).isEqualTo(policy);
    }

    @Test
    void anUnknownIdIsUnreadable() {
        byte[] unknown = ByteBuffer.wrap(policy.clone()).putInt(1, NO_SUCH_ID).array();

        assertThatThrownBy(() -> unframe(unknown)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aTruncatedValueIsUnreadable() {
        byte[] truncated = Arrays.copyOf(policy, policy.length - 20);

        assertThatThrownBy(() -> unframe(truncated)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aRegistryThatIsDownSaysNothingAboutTheValue() throws Exception {
        sandbox.kill(Role.REGISTRY);
        try {
            assertThatThrownBy(() -> unframe(policy)).isInstanceOf(SchemasUnavailableException.class);
        } finally {
            sandbox.restart(Role.REGISTRY);
        }

        assertThat(unframe(policy).getVersion()).isEqualTo(version);
    }

    private PublishedPolicy unframe(byte[] octets) {
        return framing.unframe(Topics.POLICIES.name(), octets, PublishedPolicy.class);
    }
}
