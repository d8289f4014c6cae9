package io.countersign.sandbox.cli;

import io.countersign.sandbox.keys.TokenKeys;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes the token issuer's keys while everything runs. */
@Command(
        name = "token-keys",
        description = "Change the keys that bearer tokens are signed and verified with.",
        synopsisSubcommandLabel = "rotate|drop-old",
        subcommands = {TokenKeysCommand.Rotate.class, TokenKeysCommand.DropOld.class})
final class TokenKeysCommand {

    private TokenKeysCommand() {}

    /** What is done with the keys; returns what to tell. */
    private interface Change {
        String apply(TokenKeys keys) throws IOException, GeneralSecurityException;
    }

    private static int run(DirectoryOption directory, CommandSpec spec, Change change) {
        try {
            String told = change.apply(new TokenKeys(directory.files().keys()));
            spec.commandLine().getOut().println(told);
            return 0;
        } catch (IOException | GeneralSecurityException e) {
            throw new SandboxException("cannot change the token issuer's keys: " + e.getMessage(), e);
        }
    }

    /** A new key. */
    @Command(name = "rotate", description = "Sign with a new key from now on. Tokens of earlier keys stay good.")
    static final class Rotate implements Callable<Integer> {
        @Mixin
        private final DirectoryOption directory = new DirectoryOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return run(directory, spec, keys -> "tokens are signed with key " + keys.rotate());
        }
    }

    /** The end of the earlier keys. */
    @Command(
            name = "drop-old",
            description =
                    "Publish the newest key alone. Tokens of earlier keys are refused once the gateway has fetched the keys.")
    static final class DropOld implements Callable<Integer> {
        @Mixin
        private final DirectoryOption directory = new DirectoryOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return run(directory, spec, keys -> "earlier keys dropped: " + keys.dropOld());
        }
    }
}
