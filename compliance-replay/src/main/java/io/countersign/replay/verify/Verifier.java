package io.countersign.replay.verify;

import io.countersign.replay.progress.Progress;
import io.countersign.replay.source.Partitions;
import io.countersign.replay.source.PublishedPolicies;
import io.countersign.replay.source.Source;
import io.countersign.wire.message.PolicyMessage;
import io.countersign.wire.sign.CountersignatureVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a journal against itself, its checkpoints and the decider, several partitions at once.
 *
 * @param engine knows the engine's signature; null when none is to be checked
 * @param threads how many partitions at once, 1 or more
 */
public record Verifier(@Nullable CountersignatureVerifier engine, int threads, Memory memory) {

    /** What came of it. */
    public Verification verify(Source source, Scope scope, Progress progress) {
        return verify(source, PublishedPolicies.of(source), scope, progress);
    }

    /** As {@link #verify(Source, Scope, Progress)}, by {@code policies} whatever the source has. */
    public Verification verify(Source source, PublishedPolicies policies, Scope scope, Progress progress) {
        PolicyJudges judges = new PolicyJudges(policies);
        List<Integer> partitions =
                source.extents().keySet().stream().filter(scope::has).toList();
        List<PartitionResult> results =
                Partitions.each(partitions, threads, partition -> new PartitionWalk(source, partition, judges, scope)
                        .run(engine, memory, progress));
        List<String> limits = new ArrayList<>(scope.limits());
        Map<Long, String> proposed = new HashMap<>();
        results.forEach(each -> proposed.putAll(each.proposed()));
        boolean whole = scope.account() == null && scope.partitions().isEmpty();
        if (!whole) {
            limits.add("The policies were taken as published, not held against the house's journal.");
        }
        if (results.stream().allMatch(each -> each.counts().decisions() == 0)) {
            limits.add("No decision is kept here beside the journal: no countersignature of one was looked at.");
        }
        return new Verification(
                results, whole ? differing(policies, proposed) : List.of(), engine != null, List.copyOf(limits));
    }

    /** Two officers are behind what the house's journal proposes; nobody is behind any other document. */
    private static List<Discrepancy> differing(PublishedPolicies published, Map<Long, String> proposed) {
        List<Discrepancy> found = new ArrayList<>();
        for (PolicyMessage each : published.documents().values()) {
            String inJournal = proposed.get(each.version());
            if (!each.yaml().equals(inJournal)) {
                found.add(new Discrepancy(
                        "policy " + each.version(),
                        "topic of the policies",
                        "document",
                        first(each.yaml(), inJournal),
                        inJournal == null
                                ? "none: the house's journal has no such version"
                                : first(inJournal, each.yaml())));
            }
        }
        return found;
    }

    /** The first line of {@code text} that is not in the other at the same place. */
    private static String first(String text, @Nullable String other) {
        List<String> lines = text.lines().toList();
        List<String> others = other == null ? List.of() : other.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
                return "line %d: %s".formatted(i + 1, lines.get(i).strip());
            }
        }
        return "nothing more";
    }
}
