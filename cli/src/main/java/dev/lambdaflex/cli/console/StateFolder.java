package dev.lambdaflex.cli.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a local run, shared with its clients.
 *
 * <pre>
 *   api     the address of the control API, while the run lasts
 *   token   the bearer token of the control API, readable by its owner alone
 * </pre>
 */
public record StateFolder(Path dir) {

    public Path apiFile() {
        return dir.resolve("api");
    }

    public Path tokenFile() {
        return dir.resolve("token");
    }

    public Path logFile() {
        return dir.resolve("lambdaflex.log");
    }

    /** Where the local run listens; empty when none has said so. */
    public Optional<URI> apiUrl() {
        return ifThere(apiFile()).map(URI::create);
    }

    public Optional<String> token() {
        return ifThere(tokenFile());
    }

    /** Tells clients where the API is. */
    public void announceApi(URI url) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(apiFile(), url + "\n");
    }

    /** The run is over. */
    public void withdrawApi() throws IOException {
        Files.deleteIfExists(apiFile());
    }

    private static Optional<String> ifThere(Path file) {
        return Files.exists(file) ? Optional.of(line(file, "state folder")) : Optional.empty();
    }

    static String line(Path file, String what) {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty() || text.contains("\n")) {
                throw new CommandFailure(ExitCode.USAGE,
                        "%s: %s holds %s (expected: one line)".formatted(what, file,
                                text.isEmpty() ? "nothing" : "several lines"));
            }
            return text;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE,
                    "%s: %s cannot be read (expected: a file with one line)".formatted(what, file), e);
        }
    }
}
