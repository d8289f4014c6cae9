package io.countersign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference/replay.md is what the command line has. */
class ReplayDocumentTest {

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    @Test
    void everyVerbAndOptionIsDocumentedAndNoOther() throws IOException {
        String document = Files.readString(Path.of("../docs/reference/replay.md"));
        Collection<CommandLine> verbs =
                ReplayCommand.commandLine().getSubcommands().values();

        assertThat(verbs).allSatisfy(each -> assertThat(document)
                .contains("| `%s` |".formatted(each.getCommandName()))
                .contains("`%s`".formatted(each.getCommandName())));
        assertThat(named(document)).isEqualTo(options(verbs));
    }

    @Test
    void everyVerbAnswersInJson() {
        assertThat(ReplayCommand.commandLine().getSubcommands().values())
                .allSatisfy(
                        each -> assertThat(each.getCommandSpec().optionsMap()).containsKey("--json"));
    }

    /** One that is missing could not be told from one that is wrong. */
    @Test
    void everyVerbSaysItsExitCodes() {
        assertThat(ReplayCommand.commandLine().getSubcommands().values()).allSatisfy(each -> assertThat(
                        each.getCommandSpec().usageMessage().exitCodeList().keySet())
                .contains("0", "2"));
    }

    private static Set<String> named(String document) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = OPTION.matcher(document);
        while (matcher.find()) {
            named.add(matcher.group());
        }
        return named;
    }

    private static Set<String> options(Collection<CommandLine> verbs) {
        return verbs.stream()
                .flatMap(each -> each.getCommandSpec().options().stream())
                .map(OptionSpec::names)
                .map(List::of)
                .flatMap(List::stream)
                .filter(each -> each.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
