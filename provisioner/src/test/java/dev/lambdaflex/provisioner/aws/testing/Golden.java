package dev.lambdaflex.provisioner.aws.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file of {@code src/test/resources/wire}; {@code -Dlambdaflex.golden=write} writes them anew. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "wire");

    private Golden() {}

    public static void assertSame(String name, String actual) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("lambdaflex.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertThat(actual).as("requests of %s, kept in %s", name, file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
