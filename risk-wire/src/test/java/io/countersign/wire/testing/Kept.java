package io.countersign.wire.testing;

import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.testing.SamplePolicy;
import io.countersign.domain.testing.Samples;
import io.countersign.wire.mapping.AlertMapping;
import io.countersign.wire.mapping.AvroMapping;
import io.countersign.wire.mapping.CheckpointMapping;
import io.countersign.wire.mapping.ClaimMapping;
import io.countersign.wire.mapping.ClaimedMapping;
import io.countersign.wire.mapping.ConnectionMapping;
import io.countersign.wire.mapping.ControlMapping;
import io.countersign.wire.mapping.DataKeyMapping;
import io.countersign.wire.mapping.DeadLetterMapping;
import io.countersign.wire.mapping.DecisionMapping;
import io.countersign.wire.mapping.FanInMapping;
import io.countersign.wire.mapping.GuardStateMapping;
import io.countersign.wire.mapping.HolderMapping;
import io.countersign.wire.mapping.HouseMapping;
import io.countersign.wire.mapping.JournalMapping;
import io.countersign.wire.mapping.OutcomeMapping;
import io.countersign.wire.mapping.PolicyMapping;
import io.countersign.wire.mapping.ReferenceMapping;
import io.countersign.wire.mapping.RequestMapping;
import io.countersign.wire.mapping.SightingMapping;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.mapping.TallyMapping;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.seal.SealedMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The values that are kept as octets for ever, several of each schema, so that every variant is among them. */
public final class Kept {

    /** How many of each: enough that the seeds reach every event, control and datum. */
    private static final int SEEDS = 60;

    private Kept() {}

    /** One file: a name, and the values that were written into it one after the other. */
    public record Values<T, R extends SpecificRecord>(String name, AvroMapping<T, R> mapping, List<T> values) {}

    /** Made anew from the seeds, with today's code. */
    public static List<Values<?, ?>> today() {
        return List.of(
                values("requests", RequestMapping.AVRO, RandomMessages::request),
                values("controls", ControlMapping.AVRO, RandomMessages::control),
                values("outcomes", OutcomeMapping.AVRO, RandomMessages::outcomeMessage),
                values("decisions", DecisionMapping.AVRO, RandomMessages::decision),
                values("journal", JournalMapping.AVRO, RandomMessages::journal),
                values("data-keys", DataKeyMapping.AVRO, RandomMessages::dataKey),
                values("checkpoints", CheckpointMapping.AVRO, RandomMessages::checkpoint),
                values("policies", PolicyMapping.AVRO, RandomMessages::policy),
                values("house", HouseMapping.AVRO, RandomMessages::house),
                values("reference-data", ReferenceMapping.AVRO, RandomMessages::reference),
                values("claims", ClaimMapping.AVRO, RandomMessages::claim),
                values("claimed", ClaimedMapping.AVRO, RandomMessages::claimed),
                values("connections", ConnectionMapping.AVRO, RandomMessages::connection),
                values("connection-holder", HolderMapping.AVRO, RandomMessages::holder),
                values("sightings", SightingMapping.AVRO, RandomMessages::sighting),
                values("fan-in", FanInMapping.AVRO, RandomMessages::fanIn),
                values("tallies", TallyMapping.AVRO, RandomMessages::tally),
                values("guard-state", GuardStateMapping.AVRO, RandomMessages::guardState),
                values("alerts", AlertMapping.AVRO, RandomMessages::alert),
                values("dead-letters", DeadLetterMapping.AVRO, RandomMessages::deadLetter),
                values("wire-request", SealedMapping.REQUEST, RandomMessages::wireRequest),
                values("wire-answer", SealedMapping.ANSWER, RandomMessages::wireAnswer),
                new Values<>("account-state", StateMapping.AVRO, List.of(account())));
    }

    private static <T, R extends SpecificRecord> Values<T, R> values(
            String name, AvroMapping<T, R> mapping, Function<RandomMessages, T> make) {
        List<T> values = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            values.add(make.apply(new RandomMessages(new Random(seed))));
        }
        return new Values<>(name, mapping, values);
    }

    private static StoredAccount account() {
        return new StoredAccount(
                Samples.after(
                        Samples.alice(),
                        SamplePolicy.version(1),
                        Samples.evaluate(Samples.withdrawal(1, "12.5"), Samples.NOON),
                        Samples.evaluate(Samples.withdrawal(2, "500"), Samples.NOON),
                        Samples.outcome(1, OutcomeClass.DONE, Samples.NOON),
                        Samples.evaluate(Samples.withdrawal(3, "1"), Samples.NOON)),
                7,
                Octets.of(new byte[32]));
    }
}
