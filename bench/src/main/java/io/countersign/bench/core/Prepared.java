package io.countersign.bench.core;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.PublicKeyVerify;
import io.countersign.bench.workload.Scratch;
import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.AccountEvent.RequestDecided;
import io.countersign.domain.decider.AccountDecider;
import io.countersign.reading.EndpointCatalogue;
import io.countersign.reading.StrictReader;
import io.countersign.sandbox.keys.KeyFile;
import io.countersign.sandbox.keys.SandboxKeys;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.codec.Read;
import io.countersign.wire.codec.SingleObjectFraming;
import io.countersign.wire.codec.StoreCodec;
import io.countersign.wire.codec.TopicCodec;
import io.countersign.wire.journal.DataKey;
import io.countersign.wire.journal.SealedJournal;
import io.countersign.wire.mapping.StateMapping;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.DecisionMessage;
import io.countersign.wire.message.JournalContent;
import io.countersign.wire.message.JournalMessage;
import io.countersign.wire.message.Octets;
import io.countersign.wire.message.RequestMessage;
import io.countersign.wire.message.StoredAccount;
import io.countersign.wire.seal.SealedRequests;
import io.countersign.wire.seal.WireRequest;
import io.countersign.wire.sign.CountersignatureVerifier;
import io.countersign.wire.sign.Countersigner;
import io.countersign.wire.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One request on its whole way, every step of which can be taken again: an account with 20 transfers in a month. */
final class Prepared {

    private static final int TRANSFERS = 20;

    final StrictReader reader = new StrictReader(EndpointCatalogue.load(), Set.of());
    final TopicCodec<JournalMessage> journal = new TopicCodec<>(Topics.JOURNAL, new SingleObjectFraming());
    final SealedJournal sealedJournal = new SealedJournal(journal);
    final DataKey dataKey = DataKey.generate();
    final TopicCodec<RequestMessage> requests = new TopicCodec<>(Topics.REQUESTS, new SingleObjectFraming());
    final TopicCodec<DecisionMessage> decisions = new TopicCodec<>(Topics.DECISIONS, new SingleObjectFraming());
    final StoreCodec<StoredAccount> store = new StoreCodec<>("accounts", StateMapping.AVRO);
    final Life life;
    final WireRequest wire;
    final RequestMessage request;
    final Octets encoded;
    final Octets sealed;
    final HybridEncrypt seal;
    final HybridDecrypt open;
    final byte[] requestOctets;
    final JournalMessage entry;
    final byte[] entryOctets;
    final JournalMessage sealedEntry;
    final JournalContent.Sealed entrySeal;
    final StoredAccount stored;
    final byte[] storedOctets;
    final DecisionBody body;
    final DecisionMessage decision;
    final Countersigner signer;
    final CountersignatureVerifier verifier;

    /** With keys that are gone from the disk when it returns. */
    static Prepared prepare() {
        try (Scratch scratch = Scratch.create(true)) {
            new SandboxKeys(scratch.directory()).ensure();
            return new Prepared(scratch.directory());
        }
    }

    private Prepared(Path keys) {
        life = new Life(keys).live(TRANSFERS, Duration.ofHours(30));
        request = life.nextApproved();
        wire = life.intake().wire(0, Instant.parse("2026-11-22T12:00:00Z"));
        encoded = SealedRequests.encode(wire);
        seal = Life.key(keys, KeyFile.RELAY_SEAL_PUBLIC, HybridEncrypt.class);
        open = Life.key(keys, KeyFile.RELAY_SEAL_PRIVATE, HybridDecrypt.class);
        sealed = SealedRequests.seal(
                seal, request.facts().account(), request.facts().id(), encoded);
        requestOctets = requests.encode(request);
        RequestDecided decided = decided();
        Octets head = JournalChain.genesis(life.account().id());
        entry = new JournalMessage(life.account().id(), 1, head, decided);
        entryOctets = journal.encode(entry);
        if (!(journal.read(sealedJournal.encode(entry, dataKey)) instanceof Read.Value<JournalMessage> read
                && read.value().content() instanceof JournalContent.Sealed under)) {
            throw new IllegalStateException("a sealed entry is read as one");
        }
        sealedEntry = read.value();
        entrySeal = under;
        stored = new StoredAccount(life.account(), TRANSFERS, head);
        storedOctets = store.encode(stored);
        body = DecisionBody.decided(decided, life.account(), sealed);
        signer = Countersigner.load(KeyFile.ENGINE_SIGN_PRIVATE.fileName(), KeyFile.ENGINE_SIGN_PRIVATE.in(keys));
        verifier = new CountersignatureVerifier(Life.key(keys, KeyFile.ENGINE_SIGN_PUBLIC, PublicKeyVerify.class));
        decision = signer.sign(body);
    }

    private RequestDecided decided() {
        for (AccountEvent event : AccountDecider.decide(life.evaluation(request), life.account(), life.policies())) {
            if (event instanceof RequestDecided decided) {
                return decided;
            }
        }
        throw new IllegalStateException("the request was not decided");
    }
}
