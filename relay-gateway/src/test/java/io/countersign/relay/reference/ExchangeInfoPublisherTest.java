package io.countersign.relay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.message.Octets;
import io.countersign.wire.message.ReferenceMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told, and in which order. */
class ExchangeInfoPublisherTest {

    private static final String A = "{\"symbol\":\"A\",\"status\":\"TRADING\"}";
    private static final String B = "{\"symbol\":\"B\",\"status\":\"TRADING\"}";

    private final List<String> told = new ArrayList<>();
    private String body = "";
    private final ExchangeInfoPublisher publisher =
            new ExchangeInfoPublisher(() -> Octets.of(body.getBytes(StandardCharsets.UTF_8)), new Destination());

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void theListComesAfterAllThatItLists() throws Exception {
        assertThat(refresh(A, B)).containsExactly("+exchange-symbol/A", "+exchange-symbol/B", "+exchange-rules");
    }

    @Test
    void onlyWhatChangedIsToldAgain() throws Exception {
        refresh(A, B);

        assertThat(refresh(A, B)).containsExactly("+exchange-rules");
        assertThat(refresh(A, B.replace("TRADING", "BREAK"))).containsExactly("+exchange-symbol/B", "+exchange-rules");
    }

    @Test
    void whatIsGoneIsTakenAwayAfterTheListThatDoesNotHaveIt() throws Exception {
        refresh(A, B);

        assertThat(refresh(A)).containsExactly("+exchange-rules", "-exchange-symbol/B");
        assertThat(refresh(A)).containsExactly("+exchange-rules");
        assertThat(refresh(A, B)).containsExactly("+exchange-symbol/B", "+exchange-rules");
    }

    @Test
    void anAnswerThatBreaksOffTakesNothingAwayAndListsNothing() throws Exception {
        refresh(A, B);
        told.clear();
        body = "{\"symbols\":[" + A + ",";

        assertThatThrownBy(publisher::refresh).isInstanceOf(IOException.class);

        assertThat(told).containsExactly();
    }

    private List<String> refresh(String... symbols) throws Exception {
        told.clear();
        body = "{\"symbols\":[%s]}".formatted(String.join(",", symbols));
        publisher.refresh();
        return List.copyOf(told);
    }

    /** Keeps what it is told. */
    private final class Destination implements ExchangeInfoPublisher.Destination {

        @Override
        public CompletableFuture<Void> tell(ReferenceMessage.Datum datum) {
            told.add("+" + datum.name());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> takeAway(String name) {
            told.add("-" + name);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
