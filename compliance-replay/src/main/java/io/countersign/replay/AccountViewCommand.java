package io.countersign.replay;

import io.countersign.domain.id.AccountId;
import io.countersign.replay.account.AccountPage;
import io.countersign.replay.account.AccountView;
import io.countersign.replay.account.Following;
import io.countersign.replay.progress.Progress;
import io.countersign.replay.progress.Watched;
import io.countersign.replay.report.Json;
import io.countersign.replay.source.Source;
import io.countersign.replay.source.UnusableException;
import io.countersign.replay.verify.Moment;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One account, now or then. */
@Command(
        name = "account",
        description = {
            "The account then: limits used and left, address book, connections, freezes, baseline, last decisions.",
            "Its journal is verified on the way."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the account's journal agrees", "1:it does not; shown is what came before", "2:unusable"})
final class AccountViewCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions from = new SourceOptions();

    @Parameters(paramLabel = "ID", description = "the account")
    private String account = "";

    @ArgGroup(exclusive = true)
    private When when = new When();

    /** Now, unless one of them is said. */
    static final class When {

        @Option(
                names = "--at",
                paramLabel = "TIME",
                converter = MomentConverter.class,
                description = "as it was then: 2026-11-22 or 2026-11-22T12:00:00Z")
        private @Nullable Moment at;

        @Option(names = "--offset", paramLabel = "N", description = "as it was before this offset of its partition")
        private @Nullable Long offset;

        @Option(names = "--follow", description = "then each new event as it comes, until Ctrl-C; needs the topics")
        private boolean follow;
    }

    @Option(
            names = "--decisions",
            paramLabel = "N",
            defaultValue = "5",
            description = "how many of the last decisions; ${DEFAULT-VALUE} unless said")
    private int decisions;

    @Option(names = "--all-findings", description = "those that passed too")
    private boolean allFindings;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        AccountId id = ShowCommand.Ids.account(account);
        return from.read(source -> {
            AccountView view = view(source, id);
            print(view);
            if (when.follow) {
                Following.of(source, view, output.isJson(), this::line);
            }
            return view.read().discrepancy() == null ? ReplayCommand.AGREED : ReplayCommand.DISCREPANCIES;
        });
    }

    private AccountView view(Source source, AccountId id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (Progress progress = Progress.of("account", ToRead.account(source, id), output.err())) {
            return AccountView.of(new Watched(source, progress), id, until(), now, Math.max(1, decisions));
        }
    }

    private @Nullable Moment until() {
        if (when.at instanceof Moment.Offset) {
            throw new UnusableException("--at is a time; --offset is an offset");
        }
        Long offset = when.offset;
        return offset == null ? when.at : new Moment.Offset(offset);
    }

    private void print(AccountView view) {
        if (output.isJson()) {
            Json.print(out(), AccountPage.document(view));
            return;
        }
        AccountPage.lines(view, allFindings).forEach(this::line);
        if (view.read().discrepancy() != null) {
            line(view.read().discrepancy().toString());
        }
    }

    private void line(String line) {
        out().println(line);
        out().flush();
    }

    private PrintWriter out() {
        return output.out();
    }
}
