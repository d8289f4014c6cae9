package io.countersign.sandbox.cli;

import picocli.CommandLine.Command;

/** The verbs about policies. */
@Command(
        name = "policy",
        description = "Publish, confirm and compare policies, and check one without a sandbox.",
        subcommands = {
            PolicyPublishCommand.class,
            PolicyConfirmCommand.class,
            PolicyListCommand.class,
            PolicyShowCommand.class,
            PolicyDiffCommand.class,
            PolicyShadowCommand.class,
            PolicyDryRunCommand.class,
            PolicyValidateCommand.class
        })
final class PolicyCommand {}
