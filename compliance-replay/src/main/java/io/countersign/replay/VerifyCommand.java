package io.countersign.replay;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.codec.RegistryFraming;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the journal to its present end and says where it disagrees with itself or with the decider. */
@Command(
        name = "verify",
        description = "Checks sequence and hash chain of every account and decides everything again.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all agree", "1:discrepancies", "2:unusable"})
final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "127.0.0.1:9092",
            description = "Kafka, ${DEFAULT-VALUE} unless said")
    private String bootstrapServers = "";

    @Option(
            names = "--registry-url",
            defaultValue = "http://127.0.0.1:8081/apis/registry/v3",
            description = "schema registry, ${DEFAULT-VALUE} unless said")
    private String registryUrl = "";

    @Option(names = "--account", description = "only this account")
    private @Nullable String account;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RegistryFraming framing = new RegistryFraming(registryUrl);
                Log log = new Log(bootstrapServers, framing)) {
            Verifier verifier = new Verifier(framing.headerLength(), log.policies());
            log.journal(account == null ? null : new AccountId(account), verifier::take);
            Verification verification = verifier.finish();
            if (account != null && verification.entries() == 0) {
                throw new UnusableException("there is no journal of an account " + account);
            }
            return report(verification);
        }
    }

    private int report(Verification verification) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        verification.discrepancies().forEach(out::println);
        out.println(verification.summary());
        return verification.agrees() ? ReplayCommand.AGREED : ReplayCommand.DISCREPANCIES;
    }
}
