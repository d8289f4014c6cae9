package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.policy.PolicyApi;
import io.countersign.sandbox.token.TokenIssuer;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gateway of the sandbox that is meant, as one of its officers asks it. */
final class PolicyGateway {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    @Option(
            names = "--as",
            paramLabel = "OFFICER",
            description = "The officer in whose name it is asked for (default: ${DEFAULT-VALUE}).")
    private String officer;

    private PolicyGateway(String officer) {
        this.officer = officer;
    }

    static PolicyGateway asFirstOfficer() {
        return new PolicyGateway(Officers.FIRST);
    }

    /** For what wants another officer than the one who began it. */
    static PolicyGateway asSecondOfficer() {
        return new PolicyGateway(Officers.SECOND);
    }

    PolicyApi api() {
        return as(officer);
    }

    /** In the name of {@code someone}, whatever {@code --as} says. */
    PolicyApi as(String someone) {
        Sandbox sandbox = directory.running();
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return PolicyApi.as(someone, sandbox.addresses().gateway(), tokens);
    }
}
