package io.countersign.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of endpoints that wallets read is the catalogue. */
class EndpointReferenceTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference", "strict-reading.md");
    private static final Set<String> OF_SIGNED =
            Set.of(Parameter.TIMESTAMP, Parameter.RECV_WINDOW, Parameter.SIGNATURE);

    @Test
    void theReferenceListsEveryEndpoint() throws IOException {
        List<String> rows = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.matches("\\| `[A-Z]+ /.*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(EndpointCatalogue.load().endpoints().stream()
                        .map(EndpointReferenceTest::row)
                        .toList());
    }

    private static String row(CatalogueEndpoint each) {
        return "| `%s` | %d %s | %s | %s | %s |"
                .formatted(
                        each,
                        each.weight(),
                        each.scope(),
                        each.isSigned() ? "yes" : "",
                        each.movesFunds() ? "moves" : each.releasesFunds() ? "releases" : "",
                        each.rules().stream()
                                .filter(rule -> !OF_SIGNED.contains(rule.name()))
                                .map(rule -> (rule.mandatory() ? "**`%s`**" : "`%s`").formatted(rule.name()))
                                .collect(Collectors.joining(", ")));
    }
}
