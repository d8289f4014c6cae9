package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.wire.HttpMessage;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.HandSigned;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Auditor;
import io.countersign.sandbox.evidence.ReplayVerify;
import io.countersign.sandbox.settings.Role;
import io.countersign.wire.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who can write decisions copies a genuine approval while its signature lives, and the relay is another one by then. */
@ExtendWith(OwnSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class CopiedApprovalIT {
    private final Sandbox sandbox;
    private final DemoWorld world;

    CopiedApprovalIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void aCopyOfAnApprovalIsNotSentAgainByTheNextRelay() throws Exception {
        DemoAccount account = world.open("copied", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        HttpMessage answer = world.sendAgain(HandSigned.longLived(account, order));
        assertThat(answer.status()).isEqualTo(200);
        byte[] approval = lastDecisionOf(account);

        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);
        RawProducer.send(sandbox.addresses().kafka(), Topics.DECISIONS.name(), account.name(), approval);

        // The same partition: when this one has been sent, the copy has been read.
        WithdrawOrder next = world.smallOrder(account);
        assertThat(world.sendAgain(HandSigned.longLived(account, next)).status())
                .isEqualTo(200);
        assertThat(world.standIn().executions(account.name(), next.id())).isEqualTo(1);
        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
        ReplayVerify auditor = new Auditor(sandbox).verify();
        assertThat(auditor.exitCode()).isEqualTo(1);
        assertThat(auditor.said())
                .as("the copy stands where another one should")
                .contains("which the journal has at");
    }

    /** Whoever can write to the topic can choose a record's time. One in the future must not hide what was claimed before it. */
    @Test
    void aRecordFromTheFutureDoesNotHideWhatWasClaimed() throws Exception {
        DemoAccount account = world.open("future", KeyType.HMAC);
        WithdrawOrder order = world.smallOrder(account);
        assertThat(world.sendAgain(HandSigned.longLived(account, order)).status())
                .isEqualTo(200);
        byte[] approval = lastDecisionOf(account);
        String decisions = Topics.DECISIONS.name();
        Instant future = Instant.now().plus(Duration.ofMinutes(50));
        RawProducer.send(sandbox.addresses().kafka(), decisions, account.name(), new byte[] {1, 2, 3}, future);
        // The same partition: when this one has been sent, the other one is claimed.
        assertThat(world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)))
                        .status())
                .isEqualTo(200);

        sandbox.kill(Role.GATEWAY);
        sandbox.restart(Role.GATEWAY);
        RawProducer.send(sandbox.addresses().kafka(), decisions, account.name(), approval);
        assertThat(world.sendAgain(HandSigned.longLived(account, world.smallOrder(account)))
                        .status())
                .isEqualTo(200);

        assertThat(world.standIn().executions(account.name(), order.id())).isEqualTo(1);
    }

    private byte[] lastDecisionOf(DemoAccount account) {
        byte[] key = account.name().getBytes(StandardCharsets.UTF_8);
        return world.topics().read(Topics.DECISIONS.name()).stream()
                .filter(each -> Arrays.equals(key, each.key()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .value();
    }
}
