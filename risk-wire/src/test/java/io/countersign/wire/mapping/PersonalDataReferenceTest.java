package io.countersign.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.schema.journal.JournalEntry;
import io.countersign.wire.topic.TopicSpec;
import io.countersign.wire.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The reference says of every field of the journal and of every topic whether it is about a person. */
class PersonalDataReferenceTest {

    @Test
    void classifiesEveryFieldOfTheJournal() throws IOException {
        List<String> listed = rows("field", "(?:personal|pseudonym|kept)");

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listed)).isEqualTo(leaves(JournalEntry.getClassSchema()));
    }

    @Test
    void saysHowPersonalDataLeavesEveryTopic() throws IOException {
        assertThat(rows("topic", "[^|]*\\S[^|]*"))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(TopicSpec::name).toList());
    }

    /** First cells of the table whose head begins with {@code head}, of the rows whose second cell is {@code second}. */
    private static List<String> rows(String head, String second) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reference", "personal-data.md"));
        int start = page.indexOf("| " + head + " |");
        int end = page.indexOf("\n\n", start);
        return Pattern.compile("(?m)^\\| `([^`]+)` \\| " + second + " \\| [^|]+ \\|$")
                .matcher(page.substring(start, end < 0 ? page.length() : end))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static Set<String> leaves(Schema record) {
        Set<String> found = new TreeSet<>();
        for (Schema.Field field : record.getFields()) {
            Schema held = held(field.schema());
            if (held.getType() == Schema.Type.RECORD) {
                found.addAll(leaves(held));
            } else {
                found.add(record.getName() + "." + field.name());
            }
        }
        return found;
    }

    /** What a field holds when it is there, or each of its elements. */
    private static Schema held(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> held(schema.getElementType());
            case UNION ->
                held(schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            default -> schema;
        };
    }
}
