package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.policy.PolicyApi;
import io.countersign.sandbox.token.TokenIssuer;
import java.time.Clock;
import picocli.CommandLine.Mixin;

/** The gateway of the sandbox that is meant, as one of its officers asks it. */
final class PolicyGateway {
    @Mixin
    private final DirectoryOption directory = new DirectoryOption();

    PolicyApi as(String officer) {
        Sandbox sandbox = directory.running();
        TokenIssuer tokens = TokenIssuer.withKeysIn(sandbox.files().keys(), Clock.systemUTC());
        return PolicyApi.as(officer, sandbox.addresses().gateway(), tokens);
    }
}
