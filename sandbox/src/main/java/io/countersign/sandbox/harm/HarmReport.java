package io.countersign.sandbox.harm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The figures of a run, for programs.
 *
 * @param leftOut steps for which there was no time
 */
public record HarmReport(long seed, int passed, int failed, List<String> leftOut, List<StepResult> steps) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public HarmReport {
        leftOut = List.copyOf(leftOut);
        steps = List.copyOf(steps);
    }

    public void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new SandboxException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
