package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.ReplayVerify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the engine really wrote, taken along: every verb answers without Kafka and without a registry. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReplayArchiveIT {

    private static final Pattern REQUEST = Pattern.compile("(?:APPROVED|REJECTED)\\s+([0-9a-f]{32})");

    private final Sandbox sandbox;
    private final Auditor auditor;

    private Path folder = Path.of("");
    private String account = "";
    private Path archive = Path.of("");

    ReplayArchiveIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.auditor = new Auditor(sandbox);
    }

    @BeforeAll
    void takeAlong(@TempDir Path temporary) throws InterruptedException {
        folder = temporary;
        try (DemoWorld world = DemoWorld.of(sandbox)) {
            DemoAccount one = world.open("archived", KeyType.ED25519);
            assertThat(one.withdraw(world.smallOrder(one)).isOk()).isTrue();
            account = one.name();
        }
        archive = folder.resolve("archive");
        agree(auditor.archive(archive));
    }

    @Test
    void theArchiveVerifies() throws InterruptedException {
        ReplayVerify verified = auditor.verify(archive);

        agree(verified);
        assertThat(verified.said()).contains("signatures checked").contains("all agree");
    }

    @Test
    void itIsBroughtUpToDate() throws InterruptedException {
        agree(auditor.archive(archive));
        theArchiveVerifies();
    }

    @Test
    void anAccountAndItsRequestAreShown() throws InterruptedException {
        ReplayVerify shown = auditor.onArchive(archive, "account", account);
        agree(shown);
        assertThat(shown.said()).contains("limits").contains("address book").contains("APPROVED");
        Matcher request = REQUEST.matcher(shown.said());
        assertThat(request.find()).isTrue();

        ReplayVerify life = auditor.onArchive(archive, "show", request.group(1));

        agree(life);
        assertThat(life.said())
                .contains("account " + account)
                .contains("of headroom were taken")
                .contains("it left at");
    }

    @Test
    void anotherPolicyIsComparedAndDrawn() throws InterruptedException, IOException {
        Path policy = folder.resolve("next.yaml");
        Path page = folder.resolve("next.html");
        String live = Files.readString(
                Path.of(System.getProperty("countersign.home"), "sandbox/src/main/resources/policy.yaml"));
        Files.writeString(policy, live.replace("perTransaction: 2000", "perTransaction: 1"));

        ReplayVerify compared = auditor.onArchive(archive, "what-if", "--policy=" + policy, "--html=" + page);

        agree(compared);
        assertThat(compared.said()).contains("rule per-transaction-cap");
        assertThat(Files.readString(page)).contains("<svg", "per-transaction-cap");
    }

    @Test
    void anExportIsCompleteAndSigned() throws InterruptedException {
        Path keys = folder.resolve("keys");
        Path out = folder.resolve("out");
        agree(ReplayVerify.replay("export-keys", "--to=" + keys));
        agree(auditor.onArchive(
                archive,
                "export",
                "--format=parquet",
                "--out=" + out,
                "--signing-key=" + keys.resolve("export-sign.json")));

        ReplayVerify verified = ReplayVerify.replay(
                "verify-export", out.toString(), "--export-keys=" + keys.resolve("export-sign.public.json"));

        agree(verified);
        assertThat(verified.said()).contains("complete");
    }

    private static void agree(ReplayVerify done) {
        assertThat(done.exitCode()).as(done.said()).isZero();
    }
}
