package io.countersign.replay;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a verb's words go, and in which form. */
final class Output {

    @Option(names = "--json", description = "one JSON document instead of lines")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return Objects.requireNonNull(verb).commandLine().getOut();
    }

    /** For progress. */
    PrintWriter err() {
        return Objects.requireNonNull(verb).commandLine().getErr();
    }
}
