package io.countersign.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.Account;
import io.countersign.domain.testing.LookUpHistory;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.seal.SealedMapping;
import io.countersign.wire.testing.RandomMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, for every kind of message. */
class RoundTripTest {

    private static final SingleObjectFraming FRAMING = new SingleObjectFraming();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#seeds")
    void everyMessageComesBackAsItWas(long seed) {
        RandomMessages messages = new RandomMessages(new Random(seed));

        comesBack(RequestMapping.AVRO, messages.request());
        comesBack(ControlMapping.AVRO, messages.control());
        comesBack(OutcomeMapping.AVRO, messages.outcomeMessage());
        comesBack(DecisionMapping.AVRO, messages.decision());
        comesBack(JournalMapping.AVRO, messages.journal());
        comesBack(CheckpointMapping.AVRO, messages.checkpoint());
        comesBack(PolicyMapping.AVRO, messages.policy());
        comesBack(ReferenceMapping.AVRO, messages.reference());
        comesBack(ClaimMapping.AVRO, messages.claim());
        comesBack(ClaimedMapping.AVRO, messages.claimed());
        comesBack(ConnectionMapping.AVRO, messages.connection());
        comesBack(HolderMapping.AVRO, messages.holder());
        comesBack(SightingMapping.AVRO, messages.sighting());
        comesBack(FanInMapping.AVRO, messages.fanIn());
        comesBack(TallyMapping.AVRO, messages.tally());
        comesBack(GuardStateMapping.AVRO, messages.guardState());
        comesBack(AlertMapping.AVRO, messages.alert());
        comesBack(DeadLetterMapping.AVRO, messages.deadLetter());
        comesBack(SealedMapping.REQUEST, messages.wireRequest());
        comesBack(SealedMapping.ANSWER, messages.wireAnswer());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void everyAccountComesBackInTheSameOrder(long seed) {
        List<Account> states = new ArrayList<>(RandomHistory.of(seed).states());
        states.addAll(LookUpHistory.of(seed).states());
        for (Account account : states) {
            StoredAccount stored = new StoredAccount(account, seed, JournalChain.genesis(account.id()));

            comesBack(StateMapping.AVRO, stored);
            assertThat(again(StateMapping.AVRO, stored)).hasToString(stored.toString());
        }
    }

    private static <T, R extends SpecificRecord> void comesBack(AvroMapping<T, R> mapping, T message) {
        assertThat(again(mapping, message)).isEqualTo(message);
    }

    private static <T, R extends SpecificRecord> T again(AvroMapping<T, R> mapping, T message) {
        byte[] octets = FRAMING.frame("any", mapping.toAvro().apply(message));
        return mapping.fromAvro().apply(FRAMING.unframe("any", octets, mapping.type()));
    }
}
