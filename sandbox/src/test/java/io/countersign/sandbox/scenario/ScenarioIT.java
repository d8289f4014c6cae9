package io.countersign.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.TestSandbox;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.e2e.NativeApi;
import io.countersign.sandbox.e2e.PolicyDesk;
import io.countersign.sandbox.policy.Officers;
import io.countersign.sandbox.token.TokenRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every scenario that a moment is enough for, decided by the whole system. {@code -Dcountersign.rule=ID} plays those of one rule. */
@TestInstance(Lifecycle.PER_CLASS)
class ScenarioIT {

    private final Sandbox sandbox;
    private final DemoWorld world;
    private final NativeApi officer;
    private final NativeApi otherOfficer;
    private final PolicyDesk desk;
    private String live;
    private int played;

    /** A sandbox of its own: its policies are not what others' accounts are compared with. */
    ScenarioIT() throws InterruptedException {
        this.sandbox = Sandbox.start(TestSandbox.settings("scenarios"));
        this.world = DemoWorld.of(sandbox);
        this.officer = NativeApi.with(sandbox, TokenRequest.officer(Officers.FIRST));
        this.otherOfficer = NativeApi.with(sandbox, TokenRequest.officer(Officers.SECOND));
        this.desk = new PolicyDesk(sandbox);
        this.live = desk.document();
    }

    @AfterAll
    void close() {
        world.close();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicNode> theWholeSystemDecides() {
        String only = System.getProperty("countersign.rule", "");
        return ScenarioFiles.all().stream()
                .filter(file -> only.isEmpty() || only.equals(file.rule()))
                .map(file -> DynamicContainer.dynamicContainer(
                        file.rule(),
                        file.scenarios().stream()
                                .filter(each -> each.domainOnly() == null)
                                .map(each -> DynamicTest.dynamicTest(each.name(), () -> decides(each)))));
    }

    private void decides(Scenario scenario) throws InterruptedException {
        publish(ScenarioFiles.policy(scenario));
        DemoAccount account = world.open("scenario-" + ++played, KeyType.HMAC);
        NativeApi owner = NativeApi.with(sandbox, TokenRequest.owner(account.name()));
        SandboxPlay play = new SandboxPlay(world, officer, account, owner);
        try {
            Expectation.meets(scenario, play.play(scenario));
        } finally {
            for (String freeze : play.houseFreezes()) {
                assertThat(otherOfficer.lift("/v1/admin/freezes/" + freeze).status())
                        .isEqualTo(200);
            }
        }
    }

    private void publish(String yaml) throws InterruptedException {
        if (!yaml.equals(live)) {
            long unused = desk.publish(yaml);
            live = yaml;
        }
    }
}
