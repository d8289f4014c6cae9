package io.countersign.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineBenchTest {

    /** All runs of {@code --threads 1,2,4} are in one flat map. */
    @Test
    void aRunWithMoreThreadsHasRatiosOfItsOwn() {
        EnginePlan one = EnginePlan.quick(1);

        assertThat(EngineBench.ratio("engine_wall", one)).isEqualTo("engine_wall");
        assertThat(EngineBench.ratio("engine_wall", one.withThreads(4))).isEqualTo("engine_wall_4_threads");
    }
}
