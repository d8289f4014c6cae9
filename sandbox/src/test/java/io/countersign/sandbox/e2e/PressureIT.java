package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.RequestId;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.evidence.Comparison;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.message.DecisionBody;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broker that freezes, and one that dies, under a trickle of requests: what was promised is kept, and nothing else is. */
@ExtendWith(OwnSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class PressureIT {
    private static final int ACCOUNTS = 10;
    private static final int PER_SECOND = 10;
    private static final int ENOUGH = 15;
    private static final int UNAVAILABLE = 503;
    private static final Duration GENEROUS = Duration.ofSeconds(90);

    private final Sandbox sandbox;
    private final DemoWorld world;

    PressureIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void whatIsAcceptedIsDecidedAndTheRestIsRefusedThoughTheBrokerFreezesAndDies() throws Exception {
        Map<Role, ProcessRef> before = sandbox.processes();
        SignedLoad load = new SignedLoad(world, ACCOUNTS);
        try (load) {
            load.start(PER_SECOND);
            more("accepted at first", () -> load.acknowledged().size());

            sandbox.pause(Role.BROKER);
            try {
                more("refused while the broker is frozen", () -> load.answered(UNAVAILABLE));
            } finally {
                sandbox.resume(Role.BROKER);
            }
            more("accepted after that", () -> load.acknowledged().size());

            sandbox.kill(Role.BROKER);
            more("refused while the broker is gone", () -> load.answered(UNAVAILABLE));
            sandbox.restart(Role.BROKER);
            more("accepted after that", () -> load.acknowledged().size());
        }
        System.out.println("answers by status: " + load.answers());

        Evidence evidence = Evidence.settled(sandbox, GENEROUS);
        Set<RequestId> judged = evidence.judgements().stream()
                .map(DecisionBody::id)
                .map(RequestId::new)
                .collect(Collectors.toSet());
        Set<RequestId> lost = new HashSet<>(load.acknowledged());
        lost.removeAll(judged);
        assertThat(lost).as("accepted and never decided").isEmpty();
        assertThat(Comparison.problems(evidence, world.publishedCaps())).isEmpty();
        assertThat(load.answered(0)).as("not answered at all").isZero();
        assertThat(sandbox.processes().get(Role.GATEWAY))
                .as("the gateway was not started anew")
                .isEqualTo(before.get(Role.GATEWAY));
        assertThat(sandbox.isReady(Role.GATEWAY)).isTrue();
    }

    /** Waits until there are enough more of something. */
    private static void more(String what, IntSupplier count) throws InterruptedException {
        int had = count.getAsInt();
        int seen = Poll.until(GENEROUS, count::getAsInt, now -> now >= had + ENOUGH);
        assertThat(seen).as(what).isGreaterThanOrEqualTo(had + ENOUGH);
    }
}
