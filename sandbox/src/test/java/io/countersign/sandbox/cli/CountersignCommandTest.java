package io.countersign.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CountersignCommandTest {
    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownVerbShowsTheVerbs() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString()).contains("dance").contains("sandbox").contains("token");
    }

    @Test
    void noVerbShowsTheVerbs() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: countersign");
    }

    @Test
    void stoppingWhatDoesNotRunSucceeds() {
        assertThat(run("stop", "--dir", directory.toString())).isZero();
        assertThat(out.toString()).contains("No sandbox runs");
    }

    @Test
    void theStatusOfWhatDoesNotRunIsAFailureWithARemedy() {
        assertThat(run("status", "--dir", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("bin/countersign sandbox");
    }

    @Test
    void aTokenNeedsAnAccount() {
        assertThat(run("token", "--role", "owner")).isEqualTo(2);
        assertThat(err.toString()).contains("--account");
    }

    @Test
    void aPolicyIsCheckedWithoutASandbox() throws Exception {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "zone: Mars\nquotes: USDT\n");
        Path right = directory.resolve("right.yaml");
        try (InputStream first = CountersignCommandTest.class.getResourceAsStream("/policy.yaml")) {
            Files.write(right, first.readAllBytes());
        }

        assertThat(run("policy", "validate", right.toString())).isZero();
        assertThat(run("policy", "validate", wrong.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 2").contains("quotes");
    }

    @Test
    void aPolicyIsPublishedToASandboxThatRuns() throws Exception {
        Path document = Files.writeString(directory.resolve("policy.yaml"), "zone: UTC\n");

        assertThat(run("policy", "publish", document.toString(), "--dir", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("bin/countersign sandbox");
    }

    @Test
    void whatCannotBeErasedIsSaidInJsonToo() throws Exception {
        String where = directory.toString();

        assertThat(run("erase", "--account", "alice", "--reason", "asked", "--dir", where, "--json"))
                .isEqualTo(2);

        assertThat(new ObjectMapper().readTree(out.toString()).path("verdict").asText())
                .isEqualTo("unusable");
        assertThat(err.toString()).contains("bin/countersign sandbox");
    }

    @Test
    void theOptionsOfEraseAreDocumented() throws Exception {
        String document = Files.readString(Path.of("../docs/reference/replay.md"));
        String its = document.substring(document.indexOf("## `erase`"));

        CommandLine erase = Objects.requireNonNull(
                CountersignCommand.commandLine().getSubcommands().get("erase"));

        assertThat(erase.getCommandSpec().options())
                .flatExtracting(each -> List.of(each.names()))
                .filteredOn(each -> each.startsWith("--")
                        && !List.of("--json", "--help", "--version").contains(each))
                .allMatch(each -> its.contains("| `%s` |".formatted(each)));
    }

    private int run(String... arguments) {
        CommandLine verbs = CountersignCommand.commandLine();
        return verbs.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
