package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.ConnectionBound;
import io.countersign.domain.account.AccountEvent.ControlRefused;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.demo.world.Answer;
import io.countersign.sandbox.demo.world.DemoAccount;
import io.countersign.sandbox.demo.world.DemoWorld;
import io.countersign.sandbox.demo.world.KeyType;
import io.countersign.sandbox.demo.world.Poll;
import io.countersign.sandbox.demo.world.WithdrawOrder;
import io.countersign.sandbox.evidence.Evidence;
import io.countersign.sandbox.settings.SandboxException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What no single account can know, on the real broker. */
@ExtendWith(SharedSandbox.class)
@TestInstance(Lifecycle.PER_CLASS)
class AcrossAccountsIT {

    private final Sandbox sandbox;
    private final DemoWorld world;

    AcrossAccountsIT(Sandbox sandbox, DemoWorld world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    @Test
    void ofTwoAccountsThatBindOneKeyAtOnceOneGetsIt() throws Exception {
        DemoAccount one = world.openUnbound("key-of-one", KeyType.HMAC);
        DemoAccount other = world.openUnbound("key-of-other", KeyType.HMAC);
        Set<String> both = Set.of(one.name(), other.name());
        List<Callable<Boolean>> binds = List.of(() -> binds(one, one.apiKey()), () -> binds(other, one.apiKey()));

        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            phones.invokeAll(binds);
        }

        List<AccountEvent> events = Poll.until(
                () -> Evidence.settled(sandbox).journal().stream()
                        .filter(line -> both.contains(line.entry().account().value()))
                        .map(line -> line.entry().event())
                        .toList(),
                seen -> seen.size() >= 2);
        assertThat(events).filteredOn(ConnectionBound.class::isInstance).hasSize(1);
        assertThat(events)
                .filteredOn(ControlRefused.class::isInstance)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(((ControlRefused) event).reason())
                        .isEqualTo("this API key is bound to another account"));
    }

    @Test
    void aDecisionRecordsHowManyOtherAccountsSentToItsDestination() throws Exception {
        DemoAccount first = world.open("shares-1", KeyType.HMAC);
        DemoAccount second = world.open("shares-2", KeyType.HMAC);
        DemoAccount third = world.open("shares-3", KeyType.HMAC);
        String shared = world.smallOrder(first).address();
        for (DemoAccount account : List.of(second, third)) {
            account.gateway().book(WithdrawOrder.NETWORK, shared);
        }
        for (DemoAccount account : List.of(first, second)) {
            Answer sent = account.withdraw(world.smallOrder(account).to(shared));
            assertThat(sent.isOk()).as(sent.brief()).isTrue();
        }

        int others = Poll.until(() -> othersSeenBy(third, shared), seen -> seen == 2);

        assertThat(others).isEqualTo(2);
    }

    /** A new withdrawal each time, as only a decision records it. */
    private int othersSeenBy(DemoAccount account, String address) throws InterruptedException {
        account.withdraw(world.smallOrder(account).to(address));
        return Evidence.settled(sandbox).events(RequestDecided.class).stream()
                .filter(event -> event.request().account().value().equals(account.name()))
                .toList()
                .getLast()
                .circumstances()
                .destinationAccounts();
    }

    private static boolean binds(DemoAccount account, String apiKey) throws InterruptedException {
        try {
            account.gateway().bind(apiKey);
            return true;
        } catch (SandboxException refused) {
            return false;
        }
    }
}
