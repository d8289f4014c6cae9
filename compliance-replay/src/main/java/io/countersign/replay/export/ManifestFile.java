package io.countersign.replay.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.replay.source.UnusableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The manifest and its signature beside it: {@code manifest.json} and {@code manifest.sig}. */
final class ManifestFile {

    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.sig";

    /** Stands before what is signed, so that the signature is good for nothing else. */
    private static final byte[] PURPOSE = "countersign/export-manifest/v1\n".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ManifestFile() {}

    /** Written last: an export without one is none. */
    static void write(Path folder, Manifest manifest, ExportKeys.@Nullable Signer signer) throws IOException {
        byte[] text = JSON.writeValueAsBytes(manifest);
        Files.write(folder.resolve(NAME), text);
        if (signer != null) {
            try {
                Files.writeString(
                        folder.resolve(SIGNATURE), Base64.getEncoder().encodeToString(signer.sign(input(text))) + "\n");
            } catch (GeneralSecurityException e) {
                throw new UnusableException("--signing-key: the keyset cannot sign", e);
            }
        }
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.version() != Manifest.VERSION) {
                throw new UnusableException(
                        "%s is of version %d, which this build does not know".formatted(file, manifest.version()));
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new UnusableException("%s is no manifest of an export".formatted(file), e);
        } catch (IOException e) {
            throw new UnusableException("there is no export in " + folder, e);
        }
    }

    static boolean isGenuine(Path folder, ExportKeys.Verifier keys) {
        try {
            byte[] signature = Base64.getDecoder()
                    .decode(Files.readString(folder.resolve(SIGNATURE)).strip());
            return keys.isGenuine(signature, input(Files.readAllBytes(folder.resolve(NAME))));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] input(byte[] text) {
        byte[] input = new byte[PURPOSE.length + text.length];
        System.arraycopy(PURPOSE, 0, input, 0, PURPOSE.length);
        System.arraycopy(text, 0, input, PURPOSE.length, text.length);
        return input;
    }
}
