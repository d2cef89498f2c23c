package dev.lambdaflex.cli.process;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** What the waiting times of a cloud are divided by, as the option {@code --speed} names it. */
public final class Speed {

    private static final double MOST = 300;

    private Speed() {}

    /** Refuses what is below 1 or so fast that no process keeps up. */
    public static double require(double speed) {
        if (!(speed >= 1 && speed <= MOST)) {
            throw new CommandFailure(ExitCode.USAGE, "--speed: %s (expected: 1 to 300)".formatted(speed));
        }
        return speed;
    }
}
