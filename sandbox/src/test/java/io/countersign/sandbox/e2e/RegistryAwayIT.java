package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
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
import io.countersign.wire.message.Octets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The registry is silent for a while, just when somebody asks it for a schema for the first time. */
class RegistryAwayIT {
    private static final String KEY = "/sapi/v1/account/apiRestrictions";

    /** Two questions to the registry, five seconds each, and what follows. */
    private static final Duration ASKED = Duration.ofSeconds(30);

    private static Sandbox sandbox;
    private static DemoWorld world;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = Sandbox.start(TestSandbox.settings("registry-away").withRelays(1));
        world = DemoWorld.of(sandbox);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        sandbox.stop();
    }

    /** Everybody knows the schemas but the one that tells of a first withdrawal to a destination. */
    @Test
    void anEngineLosesAThreadAndNothingElse() throws Exception {
        DemoAccount account = known("withdrawing");
        ProcessRef engine = engine();
        WithdrawOrder order = world.smallOrder(account);

        HttpMessage answer = duringSilence(
                HandSigned.longLived(account, order),
                sandbox.addresses().engine(),
                "countersign_threads_replaced_total ");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
        assertThat(engine()).isEqualTo(engine);
        assertThat(engine.isAlive()).isTrue();
    }

    /** A relay that has told nothing yet does not know how, and sends nothing that it could not tell of. */
    @Test
    void aRelayClaimsNothingThatItCouldNotTellOf() throws Exception {
        DemoAccount account = known("reading");
        sandbox.kill(Role.RELAY);
        sandbox.restart(Role.RELAY);

        HttpMessage answer = duringSilence(
                HandSigned.reading(account, KEY, false),
                sandbox.addresses().relay(),
                "countersign_relay_batches_unclaimed_total ");

        assertThat(answer.status()).isEqualTo(200);
    }

    private static DemoAccount known(String name) throws InterruptedException {
        DemoAccount account = world.open(name, KeyType.HMAC);
        assertThat(world.sendAgain(HandSigned.reading(account, KEY, false)).status())
                .isEqualTo(200);
        return account;
    }

    /** The answer to what is sent while the registry is silent; it speaks again when {@code counter} has counted. */
    private static HttpMessage duringSilence(Octets signed, String process, String counter) throws Exception {
        CompletableFuture<HttpMessage> answer;
        sandbox.pause(Role.REGISTRY);
        try {
            answer = CompletableFuture.supplyAsync(() -> world.sendAgain(signed));
            assertThat(Poll.until(ASKED, () -> count(process, counter), count -> count > 0))
                    .as(counter)
                    .isPositive();
        } finally {
            sandbox.resume(Role.REGISTRY);
        }
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static ProcessRef engine() {
        return Objects.requireNonNull(sandbox.processes().get(Role.ENGINE));
    }

    private static double count(String process, String counter) throws InterruptedException {
        String metrics = new JsonHttp(process).text("/q/metrics", Map.of()).body();
        return metrics.lines()
                .filter(line -> line.startsWith(counter))
                .mapToDouble(line -> Double.parseDouble(line.substring(counter.length())))
                .findFirst()
                .orElse(0);
    }
}
