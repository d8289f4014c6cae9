package io.countersign.replay;

import io.countersign.replay.export.ExportKeys;
import io.countersign.replay.report.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keys to sign exports with. */
@Command(
        name = "export-keys",
        description =
                "Makes an Ed25519 key pair for exports: export-sign.json to keep, export-sign.public.json to give away.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:made", "2:unusable, or there are keys already"})
final class ExportKeysCommand implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "where to")
    private Path folder = Path.of("");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter out = output.out();
        ExportKeys.generate(folder);
        if (output.isJson()) {
            Json.print(out, Map.of("verdict", "made", "to", folder.toString()));
        } else {
            out.printf("export-sign.json and export-sign.public.json are in %s%n", folder);
        }
        return ReplayCommand.AGREED;
    }
}
