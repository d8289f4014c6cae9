package io.countersign.replay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of a walk through the journal. */
public final class Verification {

    private final List<PartitionResult> partitions;
    private final List<Discrepancy> ofPolicies;
    private final boolean signaturesChecked;
    private final List<String> limits;

    /** {@code limits} are sentences about what was not looked at. */
    Verification(
            List<PartitionResult> partitions,
            List<Discrepancy> ofPolicies,
            boolean signaturesChecked,
            List<String> limits) {
        this.partitions = List.copyOf(partitions);
        this.ofPolicies = List.copyOf(ofPolicies);
        this.signaturesChecked = signaturesChecked;
        this.limits = List.copyOf(limits);
    }

    /** At most one of each account, of each partition's checkpoints and decisions, and of each policy. */
    public List<Discrepancy> discrepancies() {
        List<Discrepancy> all = new ArrayList<>(ofPolicies);
        partitions.forEach(each -> all.addAll(each.found().ofAccounts()));
        partitions.forEach(each -> all.addAll(each.found().ofCheckpoints()));
        partitions.forEach(each -> all.addAll(each.found().ofDecisions()));
        return List.copyOf(all);
    }

    /** How many more there were than are listed. */
    public long unlisted() {
        return partitions.stream().mapToLong(each -> each.found().unlisted()).sum();
    }

    public boolean agrees() {
        return discrepancies().isEmpty();
    }

    /** False when nobody said whose signatures the checkpoints must have. */
    public boolean signaturesChecked() {
        return signaturesChecked;
    }

    /** What was not looked at, a sentence each. */
    public List<String> limits() {
        return limits;
    }

    public long accounts() {
        return sum(PartitionResult.Counts::accounts);
    }

    /** How many entries were read. */
    public long entries() {
        return sum(PartitionResult.Counts::entries);
    }

    /** How many requests were decided again. */
    public long decided() {
        return sum(PartitionResult.Counts::decided);
    }

    /** How many decisions nobody can read any more, as their account was erased. */
    public long erased() {
        return sum(PartitionResult.Counts::erased);
    }

    public long checkpoints() {
        return sum(PartitionResult.Counts::checkpoints);
    }

    /** How many entries are under a checkpoint that they fit. */
    public long covered() {
        return sum(PartitionResult.Counts::covered);
    }

    /** How many decisions are on their topic as the journal has them, 0 where none are kept any more. */
    public long decisions() {
        return sum(PartitionResult.Counts::decisions);
    }

    /** What an auditor keeps, to find out later whether journal and checkpoints were cut back together. */
    public List<Kept> kept() {
        return partitions.stream()
                .map(each -> new Kept(
                        each.partition(), each.counts().entries(), each.counts().covered(), each.runningHash()))
                .toList();
    }

    /** One partition as it was found, its running hash in hex. */
    public record Kept(int partition, long entries, long covered, String runningHash) {}

    /** A line on the accounts, for a person. */
    public String ofAccounts() {
        long differing = partitions.stream()
                .mapToLong(
                        each -> each.found().ofAccounts().size() + each.found().unlisted())
                .sum();
        return "%d accounts, %d journal entries, %d requests decided again%s: %s"
                .formatted(
                        accounts(),
                        entries(),
                        decided(),
                        erased() == 0 ? "" : ", " + erased() + " decisions erased",
                        differing == 0 ? "all agree" : differing + " accounts with a discrepancy");
    }

    /** A line on the checkpoints, for a person. */
    public String ofCheckpoints() {
        return "%d checkpoints, %s: %d journal entries under a checkpoint, %s: %s"
                .formatted(
                        checkpoints(),
                        signaturesChecked
                                ? "signatures checked"
                                : "signatures NOT CHECKED (--decision-keys says whose they must be)",
                        covered(),
                        notYet(),
                        verdict(partitions.stream()
                                .mapToLong(each -> each.found().ofCheckpoints().size())
                                .sum()));
    }

    /** A line on the decisions, for a person. */
    public String ofDecisions() {
        long differing = partitions.stream()
                .mapToLong(each -> each.found().ofDecisions().size())
                .sum();
        return "%d decisions still on their topic, %s: %s"
                .formatted(
                        decisions(),
                        signaturesChecked ? "countersignatures checked" : "countersignatures NOT CHECKED",
                        verdict(differing));
    }

    /** How many of the policies are not as the journal has them; null when they are. */
    public @Nullable String ofPolicies() {
        return ofPolicies.isEmpty() ? null : "%d policies with a discrepancy".formatted(ofPolicies.size());
    }

    private String notYet() {
        long uncovered = sum(PartitionResult.Counts::uncovered);
        String each = partitions.stream()
                .filter(partition -> partition.counts().uncovered() > 0)
                .map(partition ->
                        "%d of partition %d".formatted(partition.counts().uncovered(), partition.partition()))
                .collect(Collectors.joining(", ", " (", ")"));
        return uncovered + " not yet under a checkpoint" + (uncovered > 0 ? each : "");
    }

    private String verdict(long differing) {
        if (differing > 0) {
            return differing + " discrepancies";
        }
        return signaturesChecked ? "all agree" : "NOT VERIFIED";
    }

    private long sum(ToLongFunction<PartitionResult.Counts> of) {
        return partitions.stream()
                .mapToLong(each -> of.applyAsLong(each.counts()))
                .sum();
    }
}
