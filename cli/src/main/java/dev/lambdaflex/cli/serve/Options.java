package dev.lambdaflex.cli.serve;

import java.util.function.Function;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** Values of options that the rules of another module read. */
final class Options {

    private Options() {}

    /** What {@code parser} makes of {@code text}; its refusal names the option. */
    static <T> T parsed(String option, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %s".formatted(option, e.getMessage()), e);
        }
    }
}
