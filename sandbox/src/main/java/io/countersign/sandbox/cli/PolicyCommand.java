package io.countersign.sandbox.cli;

import picocli.CommandLine.Command;

/** The verbs about policies. */
@Command(name = "policy", description = "Publish a policy.", subcommands = PolicyPublishCommand.class)
final class PolicyCommand {}
