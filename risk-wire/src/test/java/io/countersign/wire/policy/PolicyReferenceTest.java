package io.countersign.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.policy.Policy;
import io.countersign.wire.testing.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference lists the rules that there are, and every field; its examples work. */
class PolicyReferenceTest {

    private static final String PAGE = page();

    @Test
    void listsTheRulesThatThereAre() {
        Set<String> listed = Pattern.compile("(?m)^\\| `([a-z0-9-]+|[a-z-]*ASSET[a-z0-9-]*)` \\|")
                .matcher(PAGE.substring(PAGE.indexOf("## The rules"), PAGE.indexOf("## Rules of your own")))
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(rules());
    }

    @Test
    void namesEveryField() {
        assertThat(Stream.of(PolicyDocument.class, AnomalyDocument.class)
                        .flatMap(each -> Stream.concat(Stream.of(each), Arrays.stream(each.getDeclaredClasses())))
                        .filter(Class::isRecord)
                        .flatMap(each -> Arrays.stream(each.getRecordComponents()))
                        .map(DocumentReader::nameOf))
                .allSatisfy(name -> assertThat(PAGE).containsPattern("`([A-Za-z]+(\\[])?\\.)*" + name + "`"));
    }

    @Test
    void itsExampleIsAPolicy() {
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(examples).hasSize(2);
        assertThat(PolicyYaml.parse(1, examples.get(0))).isNotNull();
        assertThat(PolicyYaml.parse(1, Resources.text("/policy/sample.yaml") + examples.get(1)))
                .isNotNull();
    }

    private static Set<String> rules() {
        Policy policy = PolicyYaml.parse(1, Resources.text("/policy/full.yaml").replace("[fan-in]", "[]"));
        return Stream.concat(
                        Stream.of("anomaly-score"),
                        policy.base().rules().stream()
                                .map(each -> each.id().value())
                                .filter(each -> !each.startsWith("custom-"))
                                .map(each -> each.replace("asset-btc-", "asset-ASSET-")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "reference", "policy.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
