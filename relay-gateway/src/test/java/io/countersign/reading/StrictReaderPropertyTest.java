package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept requests, mutated: the reader never throws, and whatever it accepts has one reading. */
class StrictReaderPropertyTest {

    private static final int TRIES = 4_000;
    private static final List<String> BITS = List.of(
            "&",
            "=",
            "%",
            "%2",
            "%25",
            "%00",
            "+",
            ";",
            "?",
            "#",
            " ",
            "\r\n",
            "\u0000",
            "é",
            "amount=1",
            "&amount=2",
            "%41",
            "%2B",
            "signature=",
            "&signature=00",
            "e9",
            "0",
            ".",
            "-",
            "/",
            "//",
            "..",
            "[",
            "]",
            "\"",
            "{",
            "}",
            "coin",
            "1",
            "Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aMutatedRequestIsRefusedOrHasOneReading(long seed) {
        Random random = new Random(seed);
        List<ReceivedRequest> kept = keptRequests();

        for (int i = 0; i < TRIES; i++) {
            ReceivedRequest mutant = mutate(kept.get(random.nextInt(kept.size())), random);
            if (KeptRequests.READER.read(mutant) instanceof Reading.Understood understood) {
                assertHasOneReading(understood);
            }
        }
    }

    private static List<ReceivedRequest> keptRequests() {
        List<ReceivedRequest> requests = new ArrayList<>();
        KeptRequests.attacks().forEach(kept -> requests.add(KeptRequests.received(kept)));
        KeptRequests.captures().forEach(kept -> requests.add(KeptRequests.received(kept)));
        return requests.stream()
                .filter(request -> request.target().length() < RequestForm.LONGEST_TARGET)
                .toList();
    }

    private static ReceivedRequest mutate(ReceivedRequest request, Random random) {
        String body = new String(request.body().toBytes(), StandardCharsets.ISO_8859_1);
        String target = request.target();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (random.nextBoolean() || body.isEmpty()) {
                target = mutate(target, random);
            } else {
                body = mutate(body, random);
            }
        }
        Octets octets = Octets.of(body.getBytes(StandardCharsets.UTF_8));
        List<ReceivedRequest.Header> headers = request.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("content-length"))
                .toList();
        return new ReceivedRequest(request.method(), target, headers, octets);
    }

    private static String mutate(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(3));
        String bit = random.nextInt(4) == 0 ? "" : BITS.get(random.nextInt(BITS.size()));
        return text.substring(0, from) + bit + text.substring(to);
    }

    private static void assertHasOneReading(Reading.Understood understood) {
        assertThat(KeptRequests.READER.read(understood.wire())).isEqualTo(understood);
        assertThat(understood.endpoint().movesFunds()).isEqualTo(understood.transfer() != null);
        assertThat(understood.parameters().stream().map(Parameter::name)).doesNotHaveDuplicates();
        // A reader that knows nothing of ours must find the same pairs in the octets.
        String query = understood.wire().target().replaceFirst("^[^?]*\\??", "");
        String body = new String(understood.wire().body().toBytes(), StandardCharsets.ISO_8859_1);
        String joined = query + (query.isEmpty() || body.isEmpty() ? "" : "&") + body;
        assertThat(joined.split("&", -1)).hasSameSizeAs(understood.parameters());
        for (Parameter parameter : understood.parameters()) {
            assertThat("&" + joined).containsOnlyOnce("&" + parameter.name() + "=");
        }
    }
}
