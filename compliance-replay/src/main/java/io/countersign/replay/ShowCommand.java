package io.countersign.replay;

import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.replay.account.RequestLife;
import io.countersign.replay.account.RequestPage;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.progress.Watched;
import io.countersign.replay.report.Json;
import io.countersign.replay.source.UnusableException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The life of one request. */
@Command(
        name = "show",
        description = {
            "What was asked, what each rule found, who confirmed, when it left and what became of it.",
            "The account's journal is verified on the way."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the account's journal agrees", "1:it does not; shown is what came before", "2:unusable"})
final class ShowCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions from = new SourceOptions();

    @Parameters(paramLabel = "REQUEST-ID", description = "32 hex digits, as the app and the refusal have them")
    private String request = "";

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "whose it is; saves a search through the whole journal")
    private @Nullable String account;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        PrintWriter out = output.out();
        RequestId id = Ids.request(request);
        AccountId of = account == null ? null : Ids.account(account);
        RequestLife life = from.read(source -> {
            try (Progress progress = Progress.of("show", ToRead.request(source, of), output.err())) {
                int threads = Runtime.getRuntime().availableProcessors();
                return RequestLife.of(new Watched(source, progress), id, of, threads);
            }
        });
        if (output.isJson()) {
            Json.print(out, RequestPage.document(life));
        } else {
            RequestPage.lines(life).forEach(out::println);
            if (life.read().discrepancy() != null) {
                out.println(life.read().discrepancy());
            }
        }
        return life.read().discrepancy() == null ? ReplayCommand.AGREED : ReplayCommand.DISCREPANCIES;
    }

    /** Ids from the command line. */
    static final class Ids {

        private Ids() {}

        static RequestId request(String text) {
            try {
                return new RequestId(text);
            } catch (IllegalArgumentException e) {
                throw new UnusableException(String.valueOf(e.getMessage()), e);
            }
        }

        static AccountId account(String text) {
            try {
                return new AccountId(text);
            } catch (IllegalArgumentException e) {
                throw new UnusableException(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
