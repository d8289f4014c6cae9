package io.countersign.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.id.AccountId;
import io.countersign.wire.message.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountFinderTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final String SELF = "self:1";
    private static final String ACTIVE = "active:1";
    private static final String STANDBY = "standby:1";
    private static final LocalAnswer DECIDED_HERE = new LocalAnswer(null, StoreRole.ACTIVE, null);
    private static final LocalAnswer COPY = new LocalAnswer(null, StoreRole.STANDBY, 3L);
    private static final Found.Elsewhere FROM_ACTIVE = new Found.Elsewhere(200, Octets.of(new byte[] {1}));
    private static final Found.Elsewhere FROM_STANDBY = new Found.Elsewhere(200, Octets.of(new byte[] {2}));

    @Test
    void theActiveEngineAnswersItself() {
        FakePeers peers = new FakePeers(Map.of(STANDBY, FROM_STANDBY));
        AccountFinder finder =
                new AccountFinder(SELF, new FakeAccounts(placement(SELF, STANDBY), DECIDED_HERE, COPY), peers);

        assertThat(finder.find(ALICE)).isEqualTo(new Found.Here(DECIDED_HERE));
        assertThat(peers.asked).isEmpty();
    }

    @Test
    void theQuestionGoesToTheActiveEngineThoughACopyIsHere() {
        FakePeers peers = new FakePeers(Map.of(ACTIVE, FROM_ACTIVE));
        AccountFinder finder = new AccountFinder(SELF, new FakeAccounts(placement(ACTIVE, SELF), null, COPY), peers);

        assertThat(finder.find(ALICE)).isEqualTo(FROM_ACTIVE);
    }

    @Test
    void theCopyHereAnswersWhenTheActiveEngineIsSilent() {
        FakePeers peers = new FakePeers(Map.of());
        AccountFinder finder = new AccountFinder(SELF, new FakeAccounts(placement(ACTIVE, SELF), null, COPY), peers);

        assertThat(finder.find(ALICE)).isEqualTo(new Found.Here(COPY));
        assertThat(peers.asked).containsExactly(ACTIVE);
    }

    @Test
    void anotherStandbyAnswersWhenThereIsNoCopyHere() {
        FakePeers peers = new FakePeers(Map.of(STANDBY, FROM_STANDBY));
        AccountFinder finder = new AccountFinder(SELF, new FakeAccounts(placement(ACTIVE, STANDBY), null, null), peers);

        assertThat(finder.find(ALICE)).isEqualTo(FROM_STANDBY);
        assertThat(peers.asked).containsExactly(ACTIVE, STANDBY);
    }

    @Test
    void theActiveEngineFallsBackToACopyWhileItRestores() {
        FakePeers peers = new FakePeers(Map.of());
        AccountFinder finder = new AccountFinder(SELF, new FakeAccounts(placement(SELF), null, COPY), peers);

        assertThat(finder.find(ALICE)).isEqualTo(new Found.Here(COPY));
    }

    @Test
    void nobodyAnswersWhileTasksMove() {
        AccountFinder finder =
                new AccountFinder(SELF, new FakeAccounts(null, DECIDED_HERE, COPY), new FakePeers(Map.of()));

        assertThat(finder.find(ALICE)).isEqualTo(new Found.Nowhere());
    }

    @Test
    void aForwardedQuestionMakesNoSecondHop() {
        FakePeers peers = new FakePeers(Map.of(ACTIVE, FROM_ACTIVE));
        AccountFinder here = new AccountFinder(SELF, new FakeAccounts(placement(ACTIVE, SELF), null, COPY), peers);
        AccountFinder lost = new AccountFinder(SELF, new FakeAccounts(placement(ACTIVE), null, null), peers);

        assertThat(here.findHere(ALICE)).isEqualTo(new Found.Here(COPY));
        assertThat(lost.findHere(ALICE)).isEqualTo(new Found.Nowhere());
        assertThat(peers.asked).isEmpty();
    }

    private static Placement placement(String active, String... standbys) {
        return new Placement(active, Set.of(standbys), 0);
    }

    private record FakeAccounts(
            @Nullable Placement placement,
            @Nullable LocalAnswer active,
            @Nullable LocalAnswer copy) implements LocalAccounts {

        @Override
        public Optional<Placement> placementOf(AccountId account) {
            return Optional.ofNullable(placement);
        }

        @Override
        public Optional<LocalAnswer> active(AccountId account, int partition) {
            return Optional.ofNullable(active);
        }

        @Override
        public Optional<LocalAnswer> copy(AccountId account, int partition) {
            return Optional.ofNullable(copy);
        }
    }

    private static final class FakePeers implements Peers {

        private final Map<String, Found.Elsewhere> answers;
        private final List<String> asked = new ArrayList<>();

        FakePeers(Map<String, Found.Elsewhere> answers) {
            this.answers = answers;
        }

        @Override
        public Optional<Found.Elsewhere> ask(String host, AccountId account) {
            asked.add(host);
            return Optional.ofNullable(answers.get(host));
        }
    }
}
