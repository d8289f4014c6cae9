package io.countersign.bench.whole;

import io.countersign.bench.core.CoreBench;
import io.countersign.bench.endtoend.EndToEndPlan;
import io.countersign.bench.engine.EnginePlan;
import io.countersign.bench.intake.IntakePlan;
import io.countersign.bench.peer.PeerPlan;
import io.countersign.bench.replay.ReplayPlan;
import java.util.Map;

/**
 * How thorough each part is.
 *
 * @param isQuick every sandbox is over before an optimising compiler would have been of use
 */
public record Plans(
        boolean isQuick,
        CoreBench core,
        EnginePlan engine,
        ReplayPlan replay,
        EndToEndPlan endToEnd,
        IntakePlan intake,
        PeerPlan peer) {

    /** What figures are quoted from: an hour on two quiet cores, most of it the replay's journal. */
    public static Plans thorough(long seed) {
        return new Plans(
                false,
                CoreBench.thorough(),
                EnginePlan.thorough(seed),
                ReplayPlan.thorough(seed + 1),
                EndToEndPlan.thorough(seed),
                IntakePlan.thorough(seed),
                PeerPlan.thorough(seed));
    }

    /** Whether the bench itself works: under three minutes on two quiet cores, and its figures mean little. */
    public static Plans quick(long seed) {
        return new Plans(
                true,
                CoreBench.quick().only("decideAndEvolve|encodeEntry|decodeEntry|sign|seal"),
                EnginePlan.quick(seed),
                ReplayPlan.quick(seed + 1),
                EndToEndPlan.quick(seed),
                IntakePlan.quick(seed),
                PeerPlan.quick(seed));
    }

    /** For the report. */
    public Map<String, Object> described() {
        return Map.of(
                "isQuick", isQuick,
                "core", core.toString(),
                "engine", engine.toString(),
                "replay", replay.toString(),
                "endToEnd", endToEnd.toString(),
                "intake", intake.toString(),
                "peer", peer.toString());
    }
}
