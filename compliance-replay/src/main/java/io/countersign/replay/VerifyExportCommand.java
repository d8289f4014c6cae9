package io.countersign.replay;

import io.countersign.replay.export.ExportKeys;
import io.countersign.replay.export.ExportVerifier;
import io.countersign.replay.report.Json;
import io.countersign.replay.verify.Discrepancy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether an export is whole. */
@Command(
        name = "verify-export",
        description = {
            "Holds an export against its signed manifest: files, rows, order, and the hashes over every entry.",
            "Needs no Kafka, no registry and no archive."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:complete", "1:discrepancies", "2:unusable, or signature not checked"})
final class VerifyExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "the folder of the export")
    private Path folder = Path.of("");

    @Option(names = "--export-keys", paramLabel = "FILE", description = "the exporter's public keyset")
    private @Nullable Path keys;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        ExportVerifier.Result result = ExportVerifier.verify(folder, keys == null ? null : ExportKeys.verifier(keys));
        List<Discrepancy> found = result.discrepancies();
        boolean checked = keys != null;
        PrintWriter out = output.out();
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("verdict", found.isEmpty() ? checked ? "agreed" : "unverified" : "discrepancies");
            document.put("signatureChecked", checked);
            document.put("rows", result.rows());
            document.put("partitions", result.manifest().partitions());
            document.put("discrepancies", found);
            Json.print(out, document);
        } else {
            found.forEach(out::println);
            out.printf(
                    "%d files, %d rows, signature %s: %s%n",
                    result.manifest().files().size(),
                    result.rows(),
                    checked ? "checked" : "NOT CHECKED (--export-keys says whose it must be)",
                    found.isEmpty() ? checked ? "complete" : "NOT VERIFIED" : found.size() + " discrepancies");
        }
        if (!found.isEmpty()) {
            return ReplayCommand.DISCREPANCIES;
        }
        return checked ? ReplayCommand.AGREED : ReplayCommand.UNUSABLE;
    }
}
