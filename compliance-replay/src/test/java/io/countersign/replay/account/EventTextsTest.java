package io.countersign.replay.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.domain.account.AccountEvent;
import io.countersign.domain.testing.LookUpHistory;
import io.countersign.domain.testing.RandomHistory;
import io.countersign.domain.testing.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTextsTest {

    /** Those that no random history has. */
    private static final List<AccountEvent> OTHERS = List.of(
            new AccountEvent.PolicyProposed(Samples.controlId(1), "olga", 2, "zone: UTC", Samples.NOON),
            new AccountEvent.PolicyConfirmed(Samples.controlId(2), "otto", 2, Samples.NOON),
            new AccountEvent.PolicyShadowed(Samples.controlId(3), "otto", 2, Samples.NOON),
            new AccountEvent.TierAssigned(Samples.controlId(6), "olga", "gold", Samples.NOON),
            new AccountEvent.ErasureAsked(Samples.controlId(4), "olga", "the owner asked", Samples.NOON),
            new AccountEvent.AccountErased(Samples.controlId(5), "otto", Samples.controlId(4), "olga", Samples.NOON));

    @Test
    void everyEventIsASentenceAndNotARecord() {
        Map<Class<?>, String> texts = new LinkedHashMap<>();
        LongStream.range(0, 100)
                .boxed()
                .flatMap(seed -> Stream.concat(
                        RandomHistory.of(seed).journal().stream(), LookUpHistory.of(seed).journal().stream()))
                .forEach(each -> texts.putIfAbsent(each.getClass(), EventTexts.of(each)));
        OTHERS.forEach(each -> texts.put(each.getClass(), EventTexts.of(each)));

        assertThat(texts.keySet()).contains(AccountEvent.class.getPermittedSubclasses());
        assertThat(texts).allSatisfy((type, text) -> assertThat(text).doesNotContain(type.getSimpleName(), "null"));
    }
}
