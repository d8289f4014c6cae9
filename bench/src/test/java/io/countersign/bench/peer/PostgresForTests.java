package io.countersign.bench.peer;

import org.junit.jupiter.api.Assumptions;

/** PostgreSQL's programs; without them a test fails in CI, and is left out elsewhere with a word on what to install. */
final class PostgresForTests {

    private PostgresForTests() {}

    static PostgresBinaries binaries() {
        return PostgresBinaries.find().orElseGet(() -> {
            if (System.getenv("CI") != null) {
                throw new AssertionError(PostgresBinaries.REMEDY);
            }
            return Assumptions.abort(PostgresBinaries.REMEDY);
        });
    }
}
