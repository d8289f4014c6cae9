package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.policy.ErasureApi;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.token.TokenIssuer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        })
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String asked = confirm;
        if (asked != null) {
            as(Officers.SECOND).confirm(account, asked);
            out.println("Account " + account + " is erased.");
            return 0;
        }
        if (reason == null) {
            throw new SandboxException("--reason says why, or --confirm names what another officer asked for");
        }
        String id = as(Officers.FIRST).ask(account, reason);
        out.printf(
                "Nothing is erased yet. Another officer confirms with:%n"
                        + "  bin/countersign erase --account %s --confirm %s%n",
                account, id);
        return 0;
    }

    private ErasureApi as(String usual) {
        Sandbox sandbox = directory.running();
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return ErasureApi.as(
                officer == null ? usual : officer, sandbox.addresses().gateway(), tokens);
    }
}
