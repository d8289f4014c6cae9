package io.countersign.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final String GET = "GET /api/v3/time HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /sapi/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na=b&c";
    private static final int MORE_THAN_FITS = 100_000;

    private final GatedConnection gated = new GatedConnection(new Room());
    private final EmbeddedChannel connection = gated.channel();

    @Test
    void theNextOnePassesWhenTheOneBeforeIsAnswered() {
        gated.arrive(POST + GET + GET);

        assertThat(gated.next()).isEqualTo(POST);
        assertThat(gated.next()).isNull();
        gated.answer("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(gated.next()).isEqualTo(GET);
        gated.answer("more of the same body");
        assertThat(gated.next()).isNull();
        gated.answer("HTTP/1.1 200 OK\r\n\r\n");
        assertThat(gated.next()).isEqualTo(GET);
    }

    @Test
    void whoDoesNotReadIsNotAskedWhatElse() {
        gated.arrive(GET + GET);
        assertThat(gated.next()).isEqualTo(GET);

        ChannelFuture waits = connection.write(Unpooled.copiedBuffer(
                "HTTP/1.1 200 OK\r\n\r\n" + "a".repeat(MORE_THAN_FITS), StandardCharsets.ISO_8859_1));
        connection.runPendingTasks();
        assertThat(gated.next()).isNull();
        gated.arrive(GET.repeat(MORE_THAN_FITS / GET.length()));
        assertThat(connection.config().isAutoRead()).isFalse();

        connection.flush();
        connection.runPendingTasks();
        connection.releaseOutbound();
        assertThat(waits.isSuccess()).isTrue();
        assertThat(gated.passed()).hasSize(1 + MORE_THAN_FITS / GET.length()).containsOnly(GET);
        assertThat(connection.config().isAutoRead()).isTrue();
    }
}
