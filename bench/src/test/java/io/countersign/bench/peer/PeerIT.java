package io.countersign.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.bench.http.PreparedRequest;
import io.countersign.bench.workload.BenchAccount;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the peer keeps what it is said to keep: a proxy that does not would be an unfair comparison. */
class PeerIT {

    /** Eleven withdrawals of 8.91 fit into a day, the twelfth does not. */
    private static final PeerCaps CAPS = new PeerCaps(
            BigDecimal.valueOf(50),
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(1_000),
            BigDecimal.valueOf(1_000),
            100,
            100);

    private static final int FIT = 11;

    @TempDir
    private static Path directory = Path.of("");

    private static PeerWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new PeerWorld(directory, CAPS);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void racingWithdrawalsDoNotTakeAnAccountOverItsCap() throws Exception {
        BenchAccount account = world.open();
        List<PreparedRequest> withdrawals =
                Stream.generate(account::withdrawal).limit(40).toList();

        List<Integer> statuses = world.race(withdrawals);

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(FIT);
        assertThat(Collections.frequency(statuses, 403)).isEqualTo(40 - FIT);
        assertThat(world.executed(account)).isEqualTo(FIT);
        assertThat(world.arrived(account)).isEqualTo(FIT);
    }

    @Test
    void theSameOctetsAreSentOnceHoweverManyRace() throws Exception {
        BenchAccount account = world.open();
        PreparedRequest withdrawal = account.withdrawal();

        List<Integer> statuses = world.race(Collections.nCopies(20, withdrawal));

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(world.arrived(account)).isOne();
        assertThat(world.send(withdrawal).statusCode()).isEqualTo(200);
        assertThat(world.arrived(account)).isOne();
    }

    @Test
    void aLostAnswerIsUnknownStaysCountedAndIsNotSentAgain() throws Exception {
        BenchAccount account = world.open();
        PreparedRequest withdrawal = account.withdrawal();
        world.loseTheNextAnswer();

        assertThat(world.send(withdrawal).body()).contains("UNKNOWN");
        assertThat(world.send(withdrawal).statusCode()).isEqualTo(409);
        world.restartPeer();
        // Too late where the machine is slow.
        assertThat(world.send(withdrawal).statusCode()).isIn(409, 400);
        assertThat(world.arrived(account)).isOne();
        List<Integer> more =
                world.race(Stream.generate(account::withdrawal).limit(FIT).toList());
        assertThat(Collections.frequency(more, 200)).isEqualTo(FIT - 1);
    }

    @Test
    void whatIsNotTheAccountsOwnIsNotSent() throws Exception {
        BenchAccount account = world.open();
        BenchAccount other = world.open();
        PreparedRequest withdrawal = account.withdrawal();
        String body = withdrawal.body().toString();
        PreparedRequest changed = new PreparedRequest(
                withdrawal.method(),
                withdrawal.target(),
                withdrawal.headers(),
                Buffer.buffer(body.replace("amount=8.91", "amount=9.91")));
        Map<String, String> headers = new HashMap<>(withdrawal.headers());
        headers.put("Authorization", "Bearer " + other.token());
        PreparedRequest borrowed =
                new PreparedRequest(withdrawal.method(), withdrawal.target(), headers, withdrawal.body());

        assertThat(world.send(changed).statusCode()).isEqualTo(401);
        assertThat(world.send(borrowed).statusCode()).isEqualTo(403);
        assertThat(world.arrived(account)).isZero();
        assertThat(world.send(withdrawal).statusCode()).isEqualTo(200);
        world.takeOffTheBook(account);
        assertThat(world.send(account.withdrawal()).statusCode()).isEqualTo(403);
        assertThat(world.arrived(account)).isOne();
    }
}
