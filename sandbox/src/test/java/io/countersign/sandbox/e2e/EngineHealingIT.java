package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.http.JsonHttp;
import io.countersign.sandbox.process.ProcessRef;
import io.countersign.sandbox.settings.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An engine meets what passes: it loses a thread, and nothing else. */
@ExtendWith(OwnSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class EngineHealingIT {
    private static final String REPLACED = "countersign_threads_replaced_total ";

    /** Two questions to the registry, five seconds each, and a thread's end. */
    private static final Duration ASKED = Duration.ofSeconds(30);

    private final Sandbox sandbox;
    private final DemoWorld world;

    EngineHealingIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.world = DemoWorld.of(sandbox);
    }

    @AfterAll
    void close() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    @Test
    void aRegistryThatIsSilentForAWhileCostsAThreadAndNoDecision() throws Exception {
        DemoAccount account = world.open("patient", KeyType.HMAC);
        // From here on everybody knows the schemas but the one that tells of a first withdrawal to a destination.
        assertThat(world.sendAgain(HandSigned.reading(account, "/sapi/v1/account/apiRestrictions", false))
                        .status())
                .isEqualTo(200);
        ProcessRef engine = engine();
        WithdrawOrder order = world.smallOrder(account);

        sandbox.pause(Role.REGISTRY);
        CompletableFuture<HttpMessage> answer;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answer =
                    CompletableFuture.supplyAsync(() -> world.sendAgain(HandSigned.longLived(account, order)), clients);
            try {
                assertThat(Poll.until(ASKED, this::replaced, count -> count > 0))
                        .isPositive();
            } finally {
                sandbox.resume(Role.REGISTRY);
            }
            assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        }

        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
        assertThat(engine()).isEqualTo(engine);
        assertThat(engine.isAlive()).isTrue();
    }

    private ProcessRef engine() {
        return Objects.requireNonNull(sandbox.processes().get(Role.ENGINE));
    }

    private double replaced() throws InterruptedException {
        String metrics = new JsonHttp(sandbox.addresses().engine())
                .text("/q/metrics", Map.of())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith(REPLACED))
                .mapToDouble(line -> Double.parseDouble(line.substring(REPLACED.length())))
                .findFirst()
                .orElse(0);
    }
}
