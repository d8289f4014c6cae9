package io.countersign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        "verify --help, 0", // said so
    })
    void theExitCodeSaysWhetherItCouldBeDone(String args, int expected) {
        CommandLine command = ReplayCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()));

        assertThat(command.execute(args.isEmpty() ? new String[0] : args.split(" ")))
                .isEqualTo(expected);
    }
}
