package dev.lambdaflex.cli.up;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** The app that {@code up} runs when no configuration names one. */
final class SampleApp {

    private static final String RESOURCE = "/lambdaflex.sample.yaml";

    private SampleApp() {}

    /** Its configuration, written to {@code folder}, where a user finds it and may begin from it. */
    static Path in(Path folder) {
        Path file = folder.resolve("lambdaflex.yaml");
        try (InputStream sample = Objects.requireNonNull(SampleApp.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "--state-dir: %s cannot be written".formatted(file), e);
        }
        return file;
    }
}
