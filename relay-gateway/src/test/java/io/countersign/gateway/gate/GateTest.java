package io.countersign.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.reading.HeadReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets past the gate, octet for octet; what it makes of a real socket is {@code FramingIT}'s. */
class GateTest {

    private static final String GET = "GET /api/v3/time HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /sapi/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na=b&c";
    private static final int ALL_THE_ROOM = 64 * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Room room = new Room();
    private final EmbeddedChannel connection = new EmbeddedChannel(new Gate(room));

    @AfterEach
    void nothingIsKept() {
        connection.pipeline().removeFirst();

        assertThat(room.take(ALL_THE_ROOM)).as("all room was given back").isTrue();
    }

    @Test
    void whereverItIsCutARequestPassesWholeAndAlone() {
        String two = POST + GET;
        for (int cut = 0; cut <= two.length(); cut++) {
            send(two.substring(0, cut));
            List<String> first = passed();
            send(two.substring(cut));
            List<String> all = new ArrayList<>(first);
            all.addAll(passed());

            assertThat(all).as("cut at %d", cut).containsExactly(POST, GET);
            assertThat(first).as("cut at %d", cut).hasSize(cut < POST.length() ? 0 : cut < two.length() ? 1 : 2);
        }
    }

    @Test
    void octetByOctetItIsTheSame() {
        for (char octet : (GET + POST).toCharArray()) {
            send(String.valueOf(octet));
        }

        assertThat(passed()).containsExactly(GET, POST);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'GET /a HTTP/1.1\\nHost: a\\r\\n\\r\\n', malformed-request",
        "'GET /a HTTP/1.1\\r\\nHost: a\\nX: b', malformed-request",
        "'\\nGET', malformed-request",
        "'GET /a HTTP/1.0\\r\\n\\r\\n', unsupported-version",
        "'POST /a HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 65537\\r\\n\\r\\n', body-too-long",
    })
    void afterTheFirstMalformedOneNothingIsRead(String malformed, String slug) {
        send(GET + unescaped(malformed));
        send(GET);
        assertThat(room.take(ALL_THE_ROOM)).as("nor kept").isTrue();
        room.give(ALL_THE_ROOM);

        assertThat(passed()).satisfiesExactly(first -> assertThat(first).isEqualTo(GET), second -> assertThat(second)
                .startsWith("GET /.turned-away/" + slug + " HTTP/1.1\r\n")
                .contains("Connection: close"));
    }

    @Test
    void aHeadMayBeAsLongAsItMayAndNoLonger() {
        send(headOf(HeadReader.LONGEST_HEAD));
        assertThat(passed()).singleElement().satisfies(head -> assertThat(head).hasSize(HeadReader.LONGEST_HEAD));

        send(headOf(HeadReader.LONGEST_HEAD + 1));
        assertThat(passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/headers-too-long "));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, target-too-long"})
    void aLineThatDoesNotEndIsWaitedForSoLongAndNoLonger(int more, String slug) {
        send("GET /" + "a".repeat(HeadReader.LONGEST_LINE - "GET /".length() + more));

        assertThat(passed()).hasSize(more).allSatisfy(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/" + slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G", "GET /api/v3/time HTTP/1.1\r\n", "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na"
            })
    void aRequestIsWhollyThereInTenSeconds(String begun) {
        send(GET);
        pass(PATIENCE_MILLIS * 2);
        send(begun);
        pass(PATIENCE_MILLIS - 1);
        assertThat(passed()).containsExactly(GET);

        pass(1);
        send("a");
        assertThat(passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/incomplete-request "));
    }

    @Test
    void aLineFeedIsNotHowOneBegins() {
        send("\nGET");

        assertThat(passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/malformed-request "));
    }

    @Test
    void eachRequestHasItsOwnTenSeconds() {
        send(GET + "G");
        send("E");
        pass(PATIENCE_MILLIS - 1);
        send(GET.substring(2) + "GE");
        pass(PATIENCE_MILLIS - 1);
        send(GET.substring(2));
        pass(PATIENCE_MILLIS);

        assertThat(passed()).containsExactly(GET, GET, GET);
    }

    @Test
    void whoIsNotReadIsNotLate() {
        send("GE");
        connection.config().setAutoRead(false);
        pass(PATIENCE_MILLIS * 3);
        assertThat(passed()).isEmpty();

        connection.config().setAutoRead(true);
        pass(PATIENCE_MILLIS);
        assertThat(passed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', end", "GE, incomplete-request"})
    void whoStopsSendingIsToldOrAnswered(String begun, String slug) {
        send(GET + begun);

        connection.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThat(passed()).satisfiesExactly(first -> assertThat(first).isEqualTo(GET), second -> assertThat(second)
                .startsWith("GET /.turned-away/" + slug + " "));
    }

    @Test
    void whatHasNoRoomIsToldSoAndHoldsNone() {
        assertThat(room.take(ALL_THE_ROOM - 3)).isTrue();
        send("GET");
        assertThat(passed()).isEmpty();
        send(" ");

        assertThat(passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/too-many-requests "));
        assertThat(room.take(4)).as("what was held is forgotten").isFalse();
        assertThat(room.take(3)).isTrue();
        room.give(ALL_THE_ROOM);
    }

    private static String headOf(int octets) {
        String head = "GET /a HTTP/1.1\r\nHost: a\r\n";
        StringBuilder text = new StringBuilder(head);
        while (octets - text.length() > 8_000) {
            text.append("X: ").append("a".repeat(5_000)).append("\r\n");
        }
        int left = octets - text.length() - "X: \r\n\r\n".length();
        return text.append("X: ").append("a".repeat(left)).append("\r\n\r\n").toString();
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    private void send(String octets) {
        connection.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
    }

    private void pass(long millis) {
        connection.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
    }

    private List<String> passed() {
        List<String> messages = new ArrayList<>();
        for (ByteBuf each = connection.readInbound(); each != null; each = connection.readInbound()) {
            messages.add(each.toString(StandardCharsets.ISO_8859_1));
            each.release();
        }
        return messages;
    }
}
