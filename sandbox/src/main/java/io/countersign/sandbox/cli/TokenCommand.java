package io.countersign.sandbox.cli;

import io.countersign.sandbox.token.TokenIssuer;
import io.countersign.sandbox.token.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token. */
@Command(name = "token", description = "Print a bearer token that the sandbox's gateway accepts.")
final class TokenCommand implements Callable<Integer> {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "Whose token it is.")
    private String account = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "owner or officer.")
    private String role = "";

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long it lives (default: ${DEFAULT-VALUE}).")
    private Duration timeToLive = Duration.ofHours(1);

    @Option(names = "--second-factor", description = "As if a one-time password had just been given.")
    private boolean secondFactor;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        TokenRequest request = new TokenRequest(account, role, timeToLive, secondFactor);
        TokenIssuer issuer = TokenIssuer.withKeysIn(directory.files().keys(), Clock.systemUTC());
        spec.commandLine().getOut().println(issuer.issue(request));
        return 0;
    }
}
