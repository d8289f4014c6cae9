package io.countersign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.sandbox.settings.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    @Test
    void anArchiveThatItsProcessWasKilledOverIsTakenAway(@TempDir Path home) throws Exception {
        Artifacts artifacts = new Artifacts(home);
        artifacts.createClassArchives();
        Files.write(artifacts.classArchive(Role.BROKER), new byte[64]);
        Files.write(artifacts.classArchive(Role.REGISTRY), new byte[] {(byte) 0xa8, (byte) 0xab, 0x0b, (byte) 0xf0, 0});

        artifacts.createClassArchives();

        assertThat(artifacts.classArchive(Role.BROKER)).doesNotExist();
        assertThat(artifacts.classArchive(Role.REGISTRY)).exists();
    }
}
