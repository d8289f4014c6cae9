package io.countersign.wire.policy.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference lists every fact with its type, in their order here. */
class FactsReferenceTest {

    @Test
    void listsTheFactsThatThereAre() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reference", "policy.md"));
        String table = page.substring(page.indexOf("| fact |"), page.indexOf("- **Money.**"));
        List<String> listed = Pattern.compile("(?m)^\\| (`[^|]*`) \\| (\\w+) \\|")
                .matcher(table)
                .results()
                .flatMap(each -> Arrays.stream(each.group(1).replace("`", "").split(", ", -1))
                        .map(name -> name + " " + each.group(2)))
                .toList();

        assertThat(listed)
                .isEqualTo(Facts.ALL.values().stream()
                        .map(each -> each.name() + " "
                                + each.type().name().replaceAll(".*\\.", "").replace("Timestamp", "timestamp"))
                        .toList());
    }
}
