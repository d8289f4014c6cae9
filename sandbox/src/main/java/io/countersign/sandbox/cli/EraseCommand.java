package io.countersign.sandbox.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.policy.ErasureApi;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenIssuer;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases an account, which takes two officers. */
@Command(
        name = "erase",
        description = {
            "Ask for an account to be erased, or confirm it as another officer: its data key is destroyed.",
            "It cannot be taken back."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:asked for, or erased", "2:neither"})
final class EraseCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Option(names = "--account", paramLabel = "ID", required = true, description = "The account.")
    private String account = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; to ask.")
    private @Nullable String reason;

    @Option(names = "--confirm", paramLabel = "ERASURE", description = "The erasure that another officer asked for.")
    private @Nullable String confirm;

    @Option(
            names = "--as",
            paramLabel = "OFFICER",
            description = "In whose name (default: " + Officers.FIRST + " to ask, " + Officers.SECOND + " to confirm).")
    private @Nullable String officer;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try {
            String asked = confirm;
            if (asked == null) {
                ask();
            } else {
                as(Officers.SECOND).confirm(account, asked);
                say(Map.of("verdict", "erased", "account", account), "Account " + account + " is erased.");
            }
            return CommandLine.ExitCode.OK;
        } catch (SandboxException e) {
            if (json) {
                say(Map.of("verdict", "unusable", "reason", String.valueOf(e.getMessage())), "");
            }
            spec.commandLine().getErr().println("countersign: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private void ask() throws InterruptedException {
        if (reason == null) {
            throw new SandboxException("--reason says why, or --confirm names what another officer asked for");
        }
        String id = as(Officers.FIRST).ask(account, reason);
        say(Map.of("verdict", "asked", "account", account, "erasure", id), """
                Nothing is erased yet. Another officer confirms with:
                  bin/countersign erase --account %s --confirm %s%s""".formatted(
                        account, id, directory.again()));
    }

    private void say(Map<String, String> document, String words) {
        try {
            spec.commandLine()
                    .getOut()
                    .println(json ? new ObjectMapper().writeValueAsString(new TreeMap<>(document)) : words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is printed can be printed", e);
        }
    }

    private ErasureApi as(String usual) {
        Sandbox sandbox = directory.running();
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return ErasureApi.as(
                officer == null ? usual : officer, sandbox.addresses().gateway(), tokens);
    }
}
