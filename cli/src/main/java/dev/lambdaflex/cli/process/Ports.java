package dev.lambdaflex.cli.process;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** Ports as options name them. */
public final class Ports {

    private Ports() {}

    /** Refuses what is no port; 0 lets the system choose. */
    public static void require(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %d (expected: 0 to 65535)".formatted(option, port));
        }
    }
}
