package io.countersign.sandbox.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.sandbox.policy.PolicyApi.Finding;
import io.countersign.sandbox.standin.http.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a document would decide on a withdrawal. */
@Command(
        name = "dry-run",
        description = "Say what a document would decide on a withdrawal of an account as it is; nothing is recorded.")
final class PolicyDryRunCommand implements Callable<Integer> {
    private static final String WITHDRAWAL = "POST /sapi/v1/capital/withdraw/apply";

    @Mixin
    private final PolicyGateway gateway = PolicyGateway.asFirstOfficer();

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of("");

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "Whose withdrawal.")
    private String account = "";

    @Option(names = "--asset", required = true, paramLabel = "CODE", description = "What is withdrawn.")
    private String asset = "";

    @Option(names = "--amount", required = true, paramLabel = "DECIMAL", description = "How much.")
    private String amount = "";

    @Option(names = "--address", required = true, paramLabel = "ADDRESS", description = "Whereto.")
    private String address = "";

    @Option(names = "--network", paramLabel = "CODE", description = "Over which network (default: the coin's).")
    private @Nullable String network;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ObjectNode question = Json.object().put("account", account).put("yaml", PolicyFile.read(file));
        question.set(
                "request",
                Json.object()
                        .put("endpoint", WITHDRAWAL)
                        .put("asset", asset)
                        .put("amount", amount)
                        .put("address", address)
                        .put("network", network)
                        .put("withdrawOrderId", "dry-run"));
        List<Finding> findings = gateway.api().dryRun(question);
        for (Finding each : findings) {
            spec.commandLine().getOut().println("%-8s %s: %s".formatted(each.verdict(), each.rule(), each.sentence()));
        }
        return 0;
    }
}
