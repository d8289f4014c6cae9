package io.countersign.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.reading.HeadReader;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.ArrayList;
import java.util.List;
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
    private final GatedConnection gated = new GatedConnection(room);
    private final EmbeddedChannel connection = gated.channel();

    @AfterEach
    void nothingIsKept() {
        connection.pipeline().removeFirst();

        assertThat(room.take(ALL_THE_ROOM)).as("all room was given back").isTrue();
    }

    @Test
    void whereverItIsCutARequestPassesWholeAndAlone() {
        String two = POST + GET;
        for (int cut = 0; cut <= two.length(); cut++) {
            gated.send(two.substring(0, cut));
            List<String> first = gated.passed();
            gated.send(two.substring(cut));
            List<String> all = new ArrayList<>(first);
            all.addAll(gated.passed());

            assertThat(all).as("cut at %d", cut).containsExactly(POST, GET);
            assertThat(first).as("cut at %d", cut).hasSize(cut < POST.length() ? 0 : cut < two.length() ? 1 : 2);
        }
    }

    @Test
    void octetByOctetItIsTheSame() {
        for (char octet : (GET + POST).toCharArray()) {
            gated.send(String.valueOf(octet));
        }

        assertThat(gated.passed()).containsExactly(GET, POST);
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
        gated.send(GET + unescaped(malformed));
        gated.send(GET);
        assertThat(room.take(ALL_THE_ROOM)).as("nor kept").isTrue();
        room.give(ALL_THE_ROOM);

        assertThat(gated.passed())
                .satisfiesExactly(first -> assertThat(first).isEqualTo(GET), second -> assertThat(second)
                        .startsWith("GET /.turned-away/" + slug + " HTTP/1.1\r\n")
                        .contains("Connection: close"));
    }

    @Test
    void aHeadMayBeAsLongAsItMayAndNoLonger() {
        gated.send(headOf(HeadReader.LONGEST_HEAD));
        assertThat(gated.passed()).singleElement().satisfies(head -> assertThat(head)
                .hasSize(HeadReader.LONGEST_HEAD));

        gated.send(headOf(HeadReader.LONGEST_HEAD + 1));
        assertThat(gated.passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/headers-too-long "));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, target-too-long"})
    void aLineThatDoesNotEndIsWaitedForSoLongAndNoLonger(int more, String slug) {
        gated.send("GET /" + "a".repeat(HeadReader.LONGEST_LINE - "GET /".length() + more));

        assertThat(gated.passed()).hasSize(more).allSatisfy(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/" + slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G", "GET /api/v3/time HTTP/1.1\r\n", "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na"
            })
    void aRequestIsWhollyThereInTenSeconds(String begun) {
        gated.send(GET);
        gated.pass(PATIENCE_MILLIS * 2);
        gated.send(begun);
        gated.pass(PATIENCE_MILLIS - 1);
        assertThat(gated.passed()).containsExactly(GET);

        gated.pass(1);
        gated.send("a");
        assertThat(gated.passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/incomplete-request "));
    }

    @Test
    void aLineFeedIsNotHowOneBegins() {
        gated.send("\nGET");

        assertThat(gated.passed()).singleElement().satisfies(refused -> assertThat(refused)
                .startsWith("GET /.turned-away/malformed-request "));
    }

    @Test
    void eachRequestHasItsOwnTenSeconds() {
        gated.send(GET + "G");
        gated.send("E");
        gated.pass(PATIENCE_MILLIS - 1);
        gated.send(GET.substring(2) + "GE");
        gated.pass(PATIENCE_MILLIS - 1);
        gated.send(GET.substring(2));
        gated.pass(PATIENCE_MILLIS);

        assertThat(gated.passed()).containsExactly(GET, GET, GET);
    }

    @Test
    void whoIsNotReadIsNotLate() {
        gated.send("GE");
        connection.config().setAutoRead(false);
        gated.pass(PATIENCE_MILLIS * 3);
        assertThat(gated.passed()).isEmpty();

        connection.config().setAutoRead(true);
        gated.pass(PATIENCE_MILLIS);
        assertThat(gated.passed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', end", "GE, incomplete-request"})
    void whoStopsSendingIsToldOrAnswered(String begun, String slug) {
        gated.send(GET + begun);

        connection.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

        assertThat(gated.passed())
                .satisfiesExactly(first -> assertThat(first).isEqualTo(GET), second -> assertThat(second)
                        .startsWith("GET /.turned-away/" + slug + " "));
    }

    @Test
    void whatHasNoRoomIsToldSoAndHoldsNone() {
        assertThat(room.take(ALL_THE_ROOM - 3)).isTrue();
        gated.send("GET");
        assertThat(gated.passed()).isEmpty();
        gated.send(" ");

        assertThat(gated.passed()).singleElement().satisfies(refused -> assertThat(refused)
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
}
