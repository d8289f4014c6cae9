package io.countersign.replay.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/reference/replay.md has every column of an export, in order. */
class TableDocumentTest {

    private static final Pattern COLUMN = Pattern.compile("`([a-z_]+)`");

    @ParameterizedTest
    @EnumSource(Table.class)
    void everyColumnIsDocumentedInItsOrder(Table table) throws IOException {
        String document = Files.readString(Path.of("../docs/reference/replay.md"));

        int begin = document.indexOf("`%s`, one row".formatted(table.folder()));
        String paragraph = document.substring(begin, document.indexOf("\n\n", begin));
        List<String> documented = COLUMN.matcher(paragraph)
                .results()
                .map(each -> each.group(1))
                .skip(1)
                .toList();

        assertThat(documented)
                .isEqualTo(table.columns().stream().map(Column::name).toList());
    }
}
