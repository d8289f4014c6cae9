package io.countersign.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.reading.Misreading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference lists every problem, with the status and the code that callers get. */
class ErrorReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "errors.md");

    /** Answers on which real clients send a signed withdrawal again by themselves. */
    private static final List<Integer> RESENT = List.of(301, 302, 303, 307, 308, 408, 421);

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void everyProblemIsDocumented(String slug, int status, int code) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `%s` | %d | %d |".formatted(slug, status, code));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void noProblemMakesAClientResend(String slug, int status, int code) {
        assertThat(RESENT).as(slug + " " + code).doesNotContain(status);
    }

    @Test
    void slugsAreUnique() {
        assertThat(problems().map(problem -> problem[0])).doesNotHaveDuplicates();
    }

    static Stream<Object[]> problems() {
        return Stream.concat(
                Arrays.stream(Misreading.values())
                        .map(each -> new Object[] {each.slug(), each.httpStatus(), each.binanceCode()}),
                Arrays.stream(ProblemType.values())
                        .map(each -> new Object[] {each.slug(), each.httpStatus(), each.binanceCode()}));
    }
}
