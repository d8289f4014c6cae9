package io.countersign.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.prf.PrfSet;
import io.countersign.domain.request.RequestFacts;
import io.countersign.domain.request.Transfer;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.wire.keys.ApiKeyFingerprints;
import io.countersign.wire.keys.Keysets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a load repeatable, and its records those of a gateway. */
class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int ACCOUNTS = 40;
    private static final int MANY = 2_000;

    private final Path keys;
    private final Crowd crowd;

    IntakeTest(@TempDir Path keys) {
        this.keys = keys;
        new SandboxKeys(keys).ensure();
        this.crowd = crowd(1);
    }

    @Test
    void aSeedAsksForTheSameAgain() {
        assertThat(facts(crowd(1), 20)).isEqualTo(facts(crowd, 20)).isNotEqualTo(facts(crowd(2), 20));
    }

    @Test
    void everyAccountAsksOnceBeforeAnyAsksAgain() {
        assertThat(facts(crowd, ACCOUNTS)).extracting(RequestFacts::account).doesNotHaveDuplicates();
    }

    @Test
    void mostWithdrawToTheirOwnAddressesAndSomeOnlyRead() {
        List<RequestFacts> all = facts(crowd, MANY);

        assertThat(all.stream().filter(each -> each.transfer() == null).count()).isBetween(300L, 500L);
        assertThat(all.stream().filter(this::isToAStranger).count()).isBetween(15L, 80L);
    }

    @Test
    void noTwoWithdrawalsHaveOneName() {
        assertThat(facts(crowd, MANY))
                .filteredOn(RequestFacts::movesFunds)
                .extracting(RequestFacts::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRequestIsAliveAndPricedWhenItIsTaken() {
        assertThat(facts(crowd, MANY)).allSatisfy(each -> {
            assertThat(each.deadline()).isAfter(NOW);
            assertThat(each.price() == null).isEqualTo(each.transfer() == null);
            assertThat(each.movesFunds()).isEqualTo(each.transfer() != null);
        });
    }

    private boolean isToAStranger(RequestFacts facts) {
        Transfer transfer = facts.transfer();
        int index = Integer.parseInt(
                facts.account().value().substring(facts.account().value().lastIndexOf('-') + 1));
        Member member = crowd.member(index);
        return transfer != null
                && !member.home().equals(transfer.destination())
                && !member.second().equals(transfer.destination());
    }

    private List<RequestFacts> facts(Crowd asking, int count) {
        Intake intake =
                new Intake(asking, Keysets.primitive("seal", KeyFile.RELAY_SEAL_PUBLIC.in(keys), HybridEncrypt.class));
        return LongStream.range(0, count)
                .mapToObj(number -> intake.take(number, NOW).facts())
                .toList();
    }

    private Crowd crowd(long seed) {
        return new Crowd(
                seed,
                ACCOUNTS,
                new ApiKeyFingerprints(
                        Keysets.primitive("fingerprints", KeyFile.GATEWAY_FINGERPRINT.in(keys), PrfSet.class)));
    }
}
