package io.countersign.wire.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.mapping.CheckpointMapping;
import io.countersign.wire.mapping.DecisionMapping;
import io.countersign.wire.message.CheckpointBody;
import io.countersign.wire.message.CheckpointMessage;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.testing.FieldVariations;
import io.countersign.wire.testing.RandomMessages;
import io.countersign.wire.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountersignatureTest {

    private static final TestKeys ENGINE = TestKeys.signing();
    private static final Countersigner SIGNER = new Countersigner(ENGINE.sign());
    private static final CountersignatureVerifier VERIFIER = new CountersignatureVerifier(ENGINE.verify());

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void aDecisionIsGenuineAfterItTravelled(long seed) {
        DecisionMessage signed = signed(seed);
        byte[] octets = new SingleObjectFraming()
                .frame("any", DecisionMapping.AVRO.toAvro().apply(signed));

        DecisionMessage read = DecisionMapping.AVRO
                .fromAvro()
                .apply(new SingleObjectFraming().unframe("any", octets, DecisionMapping.AVRO.type()));

        assertThat(VERIFIER.isGenuine(read)).isTrue();
    }

    /** The variations come from the schema, so a field that is added and forgotten in the signing input fails here. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void noFieldCanBeChanged(long seed) {
        List<GenericRecord> variations =
                FieldVariations.of(DecisionMapping.AVRO.toAvro().apply(signed(seed)));

        assertThat(variations).hasSizeGreaterThanOrEqualTo(8).allSatisfy(each -> assertThat(
                        VERIFIER.isGenuine(FieldVariations.read(DecisionMapping.AVRO, each)))
                .isFalse());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.countersign.domain.testing.Seeds#fewSeeds")
    void aCheckpointIsGenuineAsItWasSignedAndNotOtherwise(long seed) {
        CheckpointMessage signed =
                SIGNER.sign(new RandomMessages(new Random(seed)).checkpoint().body());

        List<GenericRecord> variations =
                FieldVariations.of(CheckpointMapping.AVRO.toAvro().apply(signed));

        assertThat(VERIFIER.isGenuine(signed)).isTrue();
        assertThat(variations).hasSize(5).allSatisfy(each -> assertThat(
                        VERIFIER.isGenuine(FieldVariations.read(CheckpointMapping.AVRO, each)))
                .isFalse());
    }

    /** Written down, because the checkpoints that were signed are verified for ever. */
    @Test
    void whatACheckpointsSignatureIsOverNeverChanges() {
        byte[] input = SigningInput.of(
                new CheckpointBody(3, 17, Octets.of(new byte[32]), Instant.parse("2026-11-22T12:00:00Z")));

        assertThat(new String(input, 4, 25, StandardCharsets.US_ASCII)).isEqualTo("countersign/checkpoint/v1");
        assertThat(HexFormat.of().formatHex(input, 29, input.length))
                .isEqualTo("00000003" + "0000000000000011" + "00000020" + "00".repeat(32) + "000001a20320a200");
    }

    @Test
    void aKeyThatNobodyKnowsDoesNotSign() {
        DecisionMessage signed =
                new Countersigner(TestKeys.signing().sign()).sign(signed(1).body());

        assertThat(VERIFIER.isGenuine(signed)).isFalse();
    }

    @Test
    void noSignatureIsNoSignature() {
        assertThat(VERIFIER.isGenuine(new DecisionMessage(signed(1).body(), Octets.EMPTY)))
                .isFalse();
    }

    private static DecisionMessage signed(long seed) {
        return SIGNER.sign(new RandomMessages(new Random(seed)).decision().body());
    }
}
