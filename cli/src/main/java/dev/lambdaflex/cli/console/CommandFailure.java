package dev.lambdaflex.cli.console;

/**
 * Ends a command with one sentence on standard error and an exit code: the way out for everything that a user can mend.
 * Any other exception counts as a bug of ours.
 */
public final class CommandFailure extends RuntimeException {

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public CommandFailure(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** What the user reads. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
