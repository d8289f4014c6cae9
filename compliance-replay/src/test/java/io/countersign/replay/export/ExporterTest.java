package io.countersign.replay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.domain.control.ControlChange;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.request.Destination;
import io.countersign.replay.ConfluentFraming;
import io.countersign.replay.SeededJournal;
import io.countersign.replay.TestPolicies;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Discrepancy;
import io.countersign.replay.verify.EngineKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export is complete, and what is done to it is found. */
class ExporterTest {

    private static final Destination HOSTILE = new Destination("ETH", "=cmd|' /C calc'!A0", "a \"b\",\r\nc");

    private Path folder;

    private Path out;
    private SeededJournal journal;

    @BeforeEach
    void aJournal(@TempDir Path temporary) throws GeneralSecurityException {
        folder = temporary;
        out = folder.resolve("out");
        ExportKeys.generate(folder.resolve("keys"));
        journal = new SeededJournal(1, 3, new ConfluentFraming(), new EngineKeys().signer())
                .policy(TestPolicies.yaml())
                .life(10, 900, 3);
        journal.control(new AccountId("mallory"), "mallory", new ControlChange.AddAddress(HOSTILE));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsExportedIsComplete(Format format) {
        Manifest manifest = export(format);

        ExportVerifier.Result result = verify();

        assertThat(result.discrepancies()).isEmpty();
        assertThat(manifest.partitions().stream()
                        .mapToLong(Manifest.Part::entries)
                        .sum())
                .isEqualTo(journal.events());
        assertThat(manifest.files()).anyMatch(each -> each.name().contains("2026-11-03"));
    }

    /** DuckDB shares no code with what wrote it. */
    @Test
    void duckDbOpensTheParquetAndTheCsv() throws SQLException {
        export(Format.PARQUET);
        String parquet = "read_parquet('%s/entries/*.parquet')".formatted(out);

        assertThat(query("select count(*) from " + parquet)).isEqualTo(Long.toString(journal.events()));
        assertThat(query("select address from %s where account = 'mallory'".formatted(parquet)))
                .isEqualTo(HOSTILE.address());
        assertThat(query("select sum(cast(value as decimal(38, 8))) > 0 from %s where kind = 'ReservationOpened'"
                        .formatted(parquet)))
                .isEqualTo("true");
        assertThat(query("select count(*) from read_parquet('%s/findings/*.parquet') where verdict = 'REJECT'"
                        .formatted(out)))
                .isNotEqualTo("0");
        out = folder.resolve("csv");
        export(Format.CSV);
        String csv = "read_csv('%s/entries/*.csv', all_varchar = true)".formatted(out);
        assertThat(query("select count(*) from " + csv)).isEqualTo(Long.toString(journal.events()));
        assertThat(query("select address from %s where account = 'mallory'".formatted(csv)))
                .isEqualTo("'" + HOSTILE.address());
        assertThat(query("select address_tag from %s where account = 'mallory'".formatted(csv)))
                .isEqualTo(HOSTILE.tag());
    }

    @Test
    void noTextIsAFormula() {
        assertThat(List.of("=1", "+1", "-1", "@x", "\tx"))
                .allMatch(each -> CsvRows.harmless(each).startsWith("'"));
        assertThat(CsvRows.harmless("0xa11ce")).isEqualTo("0xa11ce");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aMissingFileIsFound(Format format) throws IOException {
        export(format);
        Files.delete(anEntryFile());

        assertThat(verify().discrepancies()).extracting(Discrepancy::what).contains("file", "entries", "Merkle root");
    }

    @Test
    void aMissingTableIsFound() throws IOException {
        export(Format.CSV);
        try (Stream<Path> files = Files.walk(out.resolve("findings"))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(each -> assertThat(each.delete())
                    .isTrue());
        }

        assertThat(verify().discrepancies())
                .isNotEmpty()
                .allMatch(each -> each.what().equals("file") && each.recorded().equals("missing"));
    }

    /** It is a discrepancy, and not one that hides the others. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void aFileThatCannotBeReadIsFound(Format format) throws IOException {
        export(format);
        Files.writeString(anEntryFile(), "{\"partition\":0,\"offset\":\"no number\"}\n");

        assertThat(verify().discrepancies())
                .extracting(Discrepancy::what)
                .contains("SHA-256", "content", "Merkle root");
    }

    @Test
    void aMissingRowIsFoundThoughTheManifestWasMadeToFit() throws IOException {
        export(Format.JSONL);
        Path file = anEntryFile();
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        Path manifest = out.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceAll("\"sha256\" : \"[0-9a-f]+\"", "\"sha256\" : \"0\""));

        assertThat(verify().discrepancies())
                .extracting(Discrepancy::what)
                .contains("signature", "rows", "entries", "Merkle root", "running hash");
    }

    @Test
    void anAlteredValueIsFound() throws IOException {
        export(Format.CSV);
        Path file = anEntryFile();
        Files.writeString(file, Files.readString(file).replaceFirst("account-", "accouut-"));

        assertThat(verify().discrepancies()).extracting(Discrepancy::what).containsExactly("SHA-256");
    }

    @Test
    void anAddedFileIsFound() throws IOException {
        export(Format.JSONL);
        Files.writeString(out.resolve("entries/0000-2026-12-01.jsonl"), "{}\n");

        assertThat(verify().discrepancies()).extracting(Discrepancy::what).containsExactly("file");
    }

    @Test
    void anotherKeysSignatureIsFound() {
        export(Format.JSONL);
        ExportKeys.generate(folder.resolve("other"));

        assertThat(ExportVerifier.verify(out, ExportKeys.verifier(folder.resolve("other/export-sign.public.json")))
                        .discrepancies())
                .extracting(Discrepancy::what)
                .containsExactly("signature");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> export(Format.JSONL)).isInstanceOf(UnusableException.class);
        assertThat(out.resolve("mine.txt")).exists();
    }

    @Test
    void theRootIsThatOfTheStandard() {
        MerkleTree tree = new MerkleTree();
        assertThat(tree.root()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        tree.add("");
        assertThat(tree.root()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        tree.add("00");
        assertThat(tree.root()).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        tree.add("10");
        assertThat(tree.root()).isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    }

    private Manifest export(Format format) {
        return new Exporter(out, format, 2, ExportKeys.signer(folder.resolve("keys/export-sign.json")))
                .export(journal.source(), Instant.EPOCH, Progress.NONE);
    }

    private ExportVerifier.Result verify() {
        return ExportVerifier.verify(out, ExportKeys.verifier(folder.resolve("keys/export-sign.public.json")));
    }

    private Path anEntryFile() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("entries"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
