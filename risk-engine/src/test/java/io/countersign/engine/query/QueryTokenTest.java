package io.countersign.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.wire.settings.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTokenTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void onlyTheWholeTokenIsAccepted() throws Exception {
        QueryToken token = QueryToken.read("setting", file(TOKEN + "\n"));

        assertThat(token.isShownBy("Bearer " + TOKEN)).isTrue();
        assertThat(token.isShownBy(null)).isFalse();
        assertThat(token.isShownBy("")).isFalse();
        assertThat(token.isShownBy(TOKEN)).isFalse();
        assertThat(token.isShownBy("Bearer " + TOKEN.substring(1))).isFalse();
        assertThat(token.isShownBy("Bearer " + TOKEN + "0")).isFalse();
    }

    @Test
    void aShortTokenIsRefusedAtTheStartAndNotPrinted() {
        assertThatThrownBy(() -> QueryToken.read("the.setting", file("tooshort")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("the.setting")
                .hasMessageNotContaining("tooshort");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> QueryToken.read("the.setting", directory.resolve("missing")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("missing");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(directory.resolve("token"), content);
    }
}
