package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.message.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Kept requests, mutated: the reader never throws, and whatever it accepts has one reading. */
class StrictReaderPropertyTest {

    private static final long SECONDS = Long.getLong("countersign.fuzz", 20);
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

    /** As long as {@code -Dcountersign.fuzz=SECONDS} says, each second from a seed of its own that a failure prints. */
    @Test
    void aMutatedRequestIsRefusedOrHasOneReading() {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        List<ReceivedRequest> kept = keptRequests();
        long tries = 0;
        long understood = 0;
        Long only = Long.getLong("countersign.seed");

        for (long seed = only == null ? 1 : only; System.nanoTime() < end; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < TRIES; i++) {
                ReceivedRequest mutant = mutate(kept.get(random.nextInt(kept.size())), random);
                tries++;
                try {
                    if (KeptRequests.READER.read(mutant) instanceof Reading.Understood read) {
                        understood++;
                        assertHasOneReading(read);
                    }
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("countersign.seed=%d: %s".formatted(seed, mutant.target()), e);
                }
            }
        }
        System.out.printf("fuzzed %d requests, %d understood%n", tries, understood);
        assertThat(understood).isPositive();
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
        Map<String, String> second = SecondReader.read(understood);
        assertThat(second.keySet())
                .containsExactlyElementsOf(
                        understood.parameters().stream().map(Parameter::name).toList());
        assertThat(second.values())
                .containsExactlyElementsOf(
                        understood.parameters().stream().map(Parameter::value).toList());
    }
}
