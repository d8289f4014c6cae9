package io.countersign.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderedTest {

    private static final Map<String, Integer> TWO = Ordered.with(Ordered.copy(Map.of("b", 1)), "a", 2);

    @Test
    void theOrderIsThatOfInsertion() {
        assertThat(TWO.keySet()).containsExactly("b", "a");
        assertThat(Ordered.with(TWO, "b", 3)).containsExactly(Map.entry("b", 3), Map.entry("a", 2));
        assertThat(Ordered.removed(TWO, "b").values()).containsExactly(2);
    }

    @Test
    void whatComesOfAChangeIsAnotherMap() {
        Map<String, Integer> three = Ordered.with(TWO, "c", 3);

        assertThat(three).hasSize(3);
        assertThat(TWO).hasSize(2).doesNotContainKey("c");
    }

    @Test
    void itIsCopiedFromAnyoneElseAndNeverFromItself() {
        Map<String, Integer> theirs = new LinkedHashMap<>(Map.of("b", 1));
        Map<String, Integer> ours = Ordered.copy(theirs);
        theirs.put("a", 2);

        assertThat(ours).containsOnlyKeys("b").isEqualTo(Map.of("b", 1)).hasSameHashCodeAs(Map.of("b", 1));
        assertThat(Ordered.copy(ours)).isSameAs(ours);
        assertThat(Ordered.keeping(ours, (Integer each) -> true)).isSameAs(ours);
    }

    @Test
    void nobodyCanChangeIt() {
        assertThatThrownBy(() -> TWO.put("c", 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TWO.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TWO.keySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TWO.values().removeIf(each -> true)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TWO.entrySet().iterator().next().setValue(9))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsThereTwiceOrNotAtAllIsACorruptJournal() {
        assertThatThrownBy(() -> Ordered.added(TWO, "a", 3)).hasMessage("corrupt journal: a is there already");
        assertThatThrownBy(() -> Ordered.removed(TWO, "c")).hasMessage("corrupt journal: c is not there");
        assertThat(Ordered.added(TWO, "c", 3)).containsEntry("c", 3);
    }
}
