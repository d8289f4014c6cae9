package io.countersign.bench.core;

import io.countersign.domain.account.Account;
import io.countersign.domain.account.AccountCommand.EvaluateRequest;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.domain.id.IntentDigest;
import io.countersign.domain.id.RequestId;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestNaming;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.seal.SealedRequests;
import io.countersign.wire.seal.WireRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each step of a withdrawal that is approved, by the process that takes it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Steps {

    private final Prepared prepared = Prepared.prepare();
    private final EvaluateRequest command = prepared.life.evaluation(prepared.request);

    /** Gateway and relay: octets to parameters, strictly. */
    @Benchmark
    public Reading read() {
        return prepared.reader.read(prepared.wire);
    }

    /** Gateway and relay: the request's name. */
    @Benchmark
    public RequestId name() {
        return RequestNaming.name(understood());
    }

    /** Gateway and relay: what the request asks for, whenever it is signed. */
    @Benchmark
    public IntentDigest intent() {
        return RequestNaming.intent(understood());
    }

    /** Gateway: HPKE to the relay. */
    @Benchmark
    public Octets seal() {
        return SealedRequests.seal(
                prepared.seal,
                prepared.request.facts().account(),
                prepared.request.facts().id(),
                prepared.encoded);
    }

    /** Relay: HPKE back. */
    @Benchmark
    public WireRequest open() {
        return SealedRequests.open(
                prepared.open,
                prepared.request.facts().account(),
                prepared.request.facts().id(),
                SealedRequests.digest(prepared.encoded),
                prepared.sealed);
    }

    /** Engine: the octets of the topic as a request. */
    @Benchmark
    public Read<RequestMessage> decodeRequest() {
        return prepared.requests.read(prepared.requestOctets);
    }

    /** Engine and replay: all rules, and every event applied. */
    @Benchmark
    public Account decideAndEvolve() {
        Account account = prepared.life.account();
        for (AccountEvent event : AccountDecider.decide(command, account, prepared.life.policies())) {
            account = account.evolve(event);
        }
        return account;
    }

    /** Engine: a decision as octets of the journal. */
    @Benchmark
    public byte[] encodeEntry() {
        return prepared.journal.encode(prepared.entry);
    }

    /** Replay: the octets as a decision. */
    @Benchmark
    public Read<JournalMessage> decodeEntry() {
        return prepared.journal.read(prepared.entryOctets);
    }

    /** Engine: a decision as octets of the journal, sealed with the account's data key. */
    @Benchmark
    public byte[] sealEntry() {
        return prepared.sealedJournal.encode(prepared.entry, prepared.dataKey);
    }

    /** Replay: what is inside the seal. */
    @Benchmark
    public Read<JournalMessage> openEntry() {
        return prepared.sealedJournal.open(prepared.sealedEntry, prepared.entrySeal, prepared.dataKey);
    }

    /** Engine and replay: the hash that the next entry must name. */
    @Benchmark
    public Octets hashEntry() {
        return JournalChain.next(prepared.entryOctets, prepared.journal.headerLength());
    }

    /** Engine: an account as octets of the store. */
    @Benchmark
    public byte[] encodeAccount() {
        return prepared.store.encode(prepared.stored);
    }

    /** Engine: the octets as an account. */
    @Benchmark
    public StoredAccount decodeAccount() {
        return prepared.store.decode(prepared.storedOctets);
    }

    /** Engine: Ed25519 over every field of a decision. */
    @Benchmark
    public DecisionMessage sign() {
        return prepared.signer.sign(prepared.body);
    }

    /** Engine: a decision as octets of its topic. */
    @Benchmark
    public byte[] encodeDecision() {
        return prepared.decisions.encode(prepared.decision);
    }

    /** Gateway and relay: whether the engine signed it. */
    @Benchmark
    public boolean verify() {
        return prepared.verifier.isGenuine(prepared.decision);
    }

    private Reading.Understood understood() {
        return (Reading.Understood) read();
    }
}
