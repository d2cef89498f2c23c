package dev.lambdaflex.simulator.journal;

import java.nio.file.Path;

/** The files of a cloud cannot be gone on with. The message is one sentence that names the file and says what helps. */
public final class JournalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private JournalRefused(String message, Throwable cause) {
        super(message, cause);
    }

    JournalRefused(String message) {
        super(message);
    }

    static JournalRefused unusable(Path file, Throwable cause) {
        return new JournalRefused("%s cannot be used: %s".formatted(file, cause.getMessage()), cause);
    }

    static JournalRefused brokenAt(Path file, int line, String what) {
        return new JournalRefused("%s, line %d: %s; remove the file for a new cloud".formatted(file, line, what));
    }
}
