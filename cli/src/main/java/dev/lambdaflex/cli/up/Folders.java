package dev.lambdaflex.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** The folders of a run. */
final class Folders {

    private Folders() {}

    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "--state-dir: %s cannot be made (expected: a folder to write to)".formatted(folder), e);
        }
    }

    /**
     * Makes the folder, and removes the files in it: what an earlier run left is none of the next one's business, save the
     * classes that processes share.
     */
    static void empty(Path folder) {
        make(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Folders::isOfARun).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "--state-dir: %s cannot be emptied".formatted(folder), e);
        }
    }

    private static boolean isOfARun(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".jsa");
    }
}
