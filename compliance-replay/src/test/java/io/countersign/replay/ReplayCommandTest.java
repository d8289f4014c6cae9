package io.countersign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.replay.verify.EngineKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {

    @ParameterizedTest(name = "replay {0}: exit {1}")
    @CsvSource({
        "'', 2", // which command?
        "verify --registry-url, 2", // where?
        "verify --bootstrap-servers x:1 --registry-url http://x --repair, 2", // there is no such thing
        "verify --bootstrap-servers nonsense --registry-url http://127.0.0.1:1, 2", // no address
        "verify --decision-keys no-such-file.json, 2", // no keyset
        "verify --from yesterday, 2", // when?
        "verify --from 17, 2", // of which partition?
        "verify --help, 0", // said so
    })
    void theExitCodeSaysWhetherItCouldBeDone(String args, int expected) {
        CommandLine command = ReplayCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()));

        assertThat(command.execute(args.isEmpty() ? new String[0] : args.split(" ")))
                .isEqualTo(expected);
    }

    /** A program that reads stdout is told, too, when it was called wrongly. */
    @ParameterizedTest(name = "replay {0} --json")
    @CsvSource({
        "verify --from yesterday", // when?
        "verify --repair", // there is no such thing
        "export --format=xls --out=x", // no such format
        "account", // whose?
        "show nonsense", // no id
        "account alice --at 2026-11-01 --offset 3", // which?
        "what-if --policy no-such-file.yaml", // by what?
        "verify --archive no-such-folder", // no archive
        "verify-export no-such-folder", // no export
    })
    void whatIsUnusableIsSaidInJsonToo(String args) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine command =
                ReplayCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));

        int exitCode = command.execute((args + " --json").split(" "));

        assertThat(exitCode).isEqualTo(ReplayCommand.UNUSABLE);
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("verdict").asText()).isEqualTo("unusable");
        assertThat(errors.toString())
                .startsWith("replay: " + document.path("reason").asText());
    }

    /** An auditor has no use for it, and should not have it. */
    @Test
    void thePrivateKeysetIsRefused(@TempDir Path folder) throws GeneralSecurityException, IOException {
        Path secret = new EngineKeys().writeSecret(folder.resolve("keys.json"));
        StringWriter errors = new StringWriter();
        CommandLine command = ReplayCommand.commandLine().setErr(new PrintWriter(errors));

        assertThat(command.execute("verify", "--decision-keys", secret.toString()))
                .isEqualTo(ReplayCommand.UNUSABLE);
        assertThat(errors.toString()).contains("--decision-keys").contains("PublicKeyVerify");
    }
}
