package io.countersign.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.account.OutcomeClass;
import io.countersign.domain.id.AccountId;
import io.countersign.domain.id.RequestId;
import io.countersign.domain.id.WireDigest;
import io.countersign.sandbox.demo.world.Caps;
import io.countersign.sandbox.demo.world.ReceivedRequest;
import io.countersign.wire.chain.JournalChain;
import io.countersign.wire.message.DecisionBody;
import io.countersign.wire.message.Octets;
import io.countersign.wire.seal.SealedRequests;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was requested, decided, recorded, sent and received: all must tell one story. */
record Accounts(Evidence evidence) {
    void agree(Map<Long, Caps> caps) {
        nothingArrivedTwiceOrWithoutApproval();
        everyExecutionHasOneApproval();
        everyRequestIsDecidedOnceAndJournalled();
        everyApprovalComesToAnEnd();
        theChainHolds();
        noAccountIsOverTheCapThatItWasJudgedBy(caps);
    }

    void nothingArrivedTwiceOrWithoutApproval() {
        List<WireDigest> arrived =
                evidence.received().stream().map(Accounts::digest).toList();

        assertThat(arrived).as("nothing was sent twice").doesNotHaveDuplicates();
        assertThat(arrived).as("nothing was sent without an approval").isSubsetOf(approvedDigests());
    }

    void everyExecutionHasOneApproval() {
        List<ReceivedRequest> executed = evidence.received().stream()
                .filter(each -> !each.withdrawalId().isEmpty())
                .toList();

        assertThat(executed).isNotEmpty().allSatisfy(each -> {
            List<DecisionBody> approvals = approvalsOf(digest(each));
            assertThat(approvals).as("approvals of what was executed").hasSize(1);
            assertThat(evidence.ended(OutcomeClass.DONE, OutcomeClass.UNKNOWN))
                    .contains(new RequestId(approvals.getFirst().id()));
        });
        Set<RequestId> sure = evidence.ended(OutcomeClass.DONE);
        List<WireDigest> arrived =
                evidence.received().stream().map(Accounts::digest).toList();
        assertThat(evidence.approvals().stream()
                        .filter(each -> sure.contains(new RequestId(each.id())))
                        .map(Accounts::digest))
                .as("what is told to be done has arrived")
                .isSubsetOf(arrived);
    }

    void everyRequestIsDecidedOnceAndJournalled() {
        List<String> judged =
                evidence.judgements().stream().map(DecisionBody::id).toList();
        List<String> asked = evidence.requests().stream()
                .map(each -> each.facts().id().value())
                .toList();
        Map<String, AccountEvent.RequestDecided> recorded = evidence.events(AccountEvent.RequestDecided.class).stream()
                .collect(Collectors.toMap(each -> each.request().id().value(), each -> each));

        assertThat(judged).doesNotHaveDuplicates();
        assertThat(Set.copyOf(judged)).isEqualTo(Set.copyOf(asked));
        assertThat(recorded.keySet()).isEqualTo(Set.copyOf(judged));
        assertThat(evidence.judgements()).allSatisfy(decision -> {
            AccountEvent.RequestDecided event = Objects.requireNonNull(recorded.get(decision.id()));
            assertThat(decision.status()).isEqualTo(event.status());
            assertThat(decision.findings()).isEqualTo(event.findings());
            assertThat(decision.policyVersion()).isEqualTo(event.policyVersion());
            assertThat(decision.facts()).isEqualTo(event.request());
        });
    }

    void everyApprovalComesToAnEnd() {
        Set<RequestId> approved = evidence.approvals().stream()
                .map(each -> new RequestId(each.id()))
                .collect(Collectors.toSet());
        Set<RequestId> told = evidence.ended(OutcomeClass.values());
        Set<RequestId> recorded = evidence.events(AccountEvent.OutcomeRecorded.class).stream()
                .map(each -> each.outcome().requestId())
                .collect(Collectors.toSet());

        assertThat(approved).containsAll(told);
        assertThat(told).containsAll(approved);
        assertThat(recorded).isEqualTo(told);
    }

    void theChainHolds() {
        Map<AccountId, Octets> heads = new HashMap<>();
        Map<AccountId, Long> sequences = new HashMap<>();
        evidence.journal().forEach(line -> {
            AccountId account = line.entry().account();
            assertThat(line.entry().previousHash())
                    .isEqualTo(heads.getOrDefault(account, JournalChain.genesis(account)));
            assertThat(line.entry().sequence()).isEqualTo(sequences.getOrDefault(account, 0L) + 1);
            heads.put(account, line.hash());
            sequences.put(account, line.entry().sequence());
        });
    }

    /** Walks the journal and looks at each approval, not only at the end. */
    void noAccountIsOverTheCapThatItWasJudgedBy(Map<Long, Caps> caps) {
        Map<AccountId, Map<RequestId, BigDecimal>> counted = new HashMap<>();
        Map<RequestId, Long> judgedBy = new HashMap<>();
        evidence.journal().forEach(line -> {
            Map<RequestId, BigDecimal> account =
                    counted.computeIfAbsent(line.entry().account(), key -> new HashMap<>());
            switch (line.entry().event()) {
                case AccountEvent.RequestDecided e -> judgedBy.put(e.request().id(), e.policyVersion());
                case AccountEvent.ReservationReleased e -> account.remove(e.requestId());
                case AccountEvent.ReservationOpened e -> {
                    account.put(e.requestId(), e.value().value());
                    Caps bound = Objects.requireNonNull(caps.get(judgedBy.get(e.requestId())));
                    assertThat(account.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isLessThanOrEqualTo(bound.perDay().value());
                }
                default -> {}
            }
        });
    }

    private Set<WireDigest> approvedDigests() {
        return evidence.approvals().stream().map(Accounts::digest).collect(Collectors.toSet());
    }

    private List<DecisionBody> approvalsOf(WireDigest digest) {
        return evidence.approvals().stream()
                .filter(each -> digest(each).equals(digest))
                .toList();
    }

    private static WireDigest digest(DecisionBody approval) {
        return Objects.requireNonNull(approval.facts()).digest();
    }

    private static WireDigest digest(ReceivedRequest received) {
        return SealedRequests.digest(SealedRequests.encode(received.wire()));
    }
}
