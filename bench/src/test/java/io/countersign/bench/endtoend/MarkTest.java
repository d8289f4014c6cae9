package io.countersign.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a request is known again when its octets arrive. */
class MarkTest {

    @ParameterizedTest
    @CsvSource({
        "/a?x=1&signature=abc, '', abc", // a question
        "/a, x=1&signature=ab%2B, ab%2B", // as it was sent: nothing is decoded
        "/a, signature=abc&x=1, abc", // what comes after is not the signature's
        "/a?x=1, '', ''" // nobody signed it
    })
    void itIsTheSignatureInQueryOrBody(String target, String body, String signature) {
        assertThat(Mark.of(target, body)).isEqualTo(new Mark(signature));
        assertThat(Mark.of(target, body).isThere()).isEqualTo(!signature.isEmpty());
    }
}
