package io.countersign.bench.cli;

import io.countersign.bench.journal.JournalMaker;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.settings.Ports;
import io.countersign.sandbox.settings.Role;
import io.countersign.sandbox.settings.SandboxException;
import io.countersign.sandbox.settings.SandboxFiles;
import io.countersign.sandbox.settings.SandboxSettings;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A journal of any length, by the real engine. */
@Command(
        name = "journal",
        description = {
            "Make a journal for bin/countersign replay: the real engine decides a seeded load of any length.",
            "Takes some 3.5 kB of disk for each entry while it runs, and a tenth of it as an archive."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made", "2:not made"})
final class JournalCommand implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "N", description = "Entries at least (default: ${DEFAULT-VALUE}).")
    private long events = 5_000_000;

    @Option(names = "--accounts", paramLabel = "N", description = "Of so many accounts (default: ${DEFAULT-VALUE}).")
    private int accounts = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the accounts and requests (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            required = true,
            description = "Where the sandbox keeps its data; what is there is deleted.")
    private Path directory = Path.of("");

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add N to every port (default: ports that are free).")
    private @Nullable Integer portOffset;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Archive it there and end the sandbox; else the sandbox stays up, to be verified.")
    private @Nullable Path archive;

    private final PrintWriter console =
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);

    @Override
    public Integer call() throws InterruptedException {
        SandboxFiles files = new SandboxFiles(directory);
        files.deleteData();
        SandboxSettings settings = SandboxSettings.defaults()
                .in(files.root())
                .on(portOffset == null ? Ports.free() : new Ports(portOffset))
                .only(Role.BROKER, Role.REGISTRY, Role.ENGINE);
        Sandbox sandbox = Sandbox.start(settings);
        try (JournalMaker maker = new JournalMaker(sandbox, accounts, seed, console::println)) {
            Instant begun = Instant.now();
            long made = maker.make(events);
            long seconds = Math.max(1, Duration.between(begun, Instant.now()).toSeconds());
            console.printf("%d entries in %d s, %d a second%n", made, seconds, made / seconds);
        } catch (InterruptedException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
        Path to = archive;
        if (to == null) {
            sandbox.detach();
            console.printf("It keeps running. End it with: bin/countersign stop --dir %s%n", files.root());
            console.println("bin/countersign replay verify" + source(sandbox) + keys(sandbox));
        } else {
            archive(sandbox, to);
        }
        return 0;
    }

    private void archive(Sandbox sandbox, Path to) {
        try (sandbox) {
            ReplayVerify archiver = new Auditor(sandbox).archive(to);
            if (archiver.exitCode() != 0) {
                throw new SandboxException("not archived: " + archiver.said());
            }
            console.println("bin/countersign replay verify --archive=" + to + keys(sandbox));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String source(Sandbox sandbox) {
        return " --bootstrap-servers=%s --registry-url=%s"
                .formatted(sandbox.addresses().kafka(), sandbox.addresses().registry());
    }

    private static String keys(Sandbox sandbox) {
        Path keys = sandbox.files().keys();
        return " --decision-keys=%s --wrapping-keys=%s"
                .formatted(KeyFile.ENGINE_SIGN_PUBLIC.in(keys), KeyFile.DATA_KEY_WRAPPING.in(keys));
    }
}
