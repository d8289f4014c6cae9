package io.countersign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference/replay.md is what the command line has. */
class ReplayDocumentTest {

    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]*)");

    /** What every verb has. */
    private static final Set<String> ELSEWHERE = Set.of("--json", "--help", "--version");

    /** A verb's options stand in the tables under the headings that name it, or in a row that says "also of" it. */
    @ParameterizedTest
    @MethodSource("verbs")
    void theOptionsOfAVerbAreDocumentedAsItsOwnAndNoOther(CommandLine verb) throws IOException {
        String document = document();
        String name = "`%s`".formatted(verb.getCommandName());

        String its = Arrays.stream(document.split("(?m)^## "))
                .map(section -> section.lines().findFirst().orElse("").contains(name)
                        ? section
                        : section.lines()
                                .filter(line -> line.startsWith("| `--") && line.contains("also of " + name))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));

        assertThat(document).contains("| %s |".formatted(name));
        assertThat(named(its)).isEqualTo(options(verb));
    }

    @Test
    void whatEveryVerbHasIsDocumented() throws IOException {
        assertThat(document()).contains(ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbAnswersInJson(CommandLine verb) {
        assertThat(verb.getCommandSpec().optionsMap()).containsKey("--json");
    }

    /** One that is missing could not be told from one that is wrong. */
    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbSaysItsExitCodes(CommandLine verb) {
        assertThat(verb.getCommandSpec().usageMessage().exitCodeList().keySet()).contains("0", "2");
    }

    static Stream<CommandLine> verbs() {
        return ReplayCommand.commandLine().getSubcommands().values().stream();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/reference/replay.md"));
    }

    private static Set<String> named(String text) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = OPTION.matcher(text);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        named.removeAll(ELSEWHERE);
        return named;
    }

    private static Set<String> options(CommandLine verb) {
        Set<String> options = verb.getCommandSpec().options().stream()
                .map(OptionSpec::names)
                .flatMap(Arrays::stream)
                .filter(each -> each.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));
        options.removeAll(ELSEWHERE);
        return options;
    }
}
