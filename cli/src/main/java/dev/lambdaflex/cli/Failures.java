package dev.lambdaflex.cli;

import java.io.PrintWriter;
import java.util.List;

import dev.lambdaflex.cli.config.ConfigException;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into one sentence on standard error and an exit code. */
final class Failures {

    private Failures() {}

    static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = near.isEmpty()
                ? "(see %s --help)".formatted(command.getCommandSpec().qualifiedName())
                : "(did you mean %s?)".formatted(String.join(" or ", near));
        say(err, oneLine(e.getMessage()) + " " + hint);
        return ExitCode.USAGE.code();
    }

    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean verbose = GlobalOptions.of(command.getCommandSpec()).verbose();
        PrintWriter err = command.getErr();
        ExitCode code = switch (e) {
            case CommandFailure failure -> failure.exitCode();
            case ConfigException _ -> ExitCode.CONFIG;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> ExitCode.INTERNAL;
        };
        say(err, isBug(e) ? internal(e, verbose) : sentence(e));
        if (verbose) {
            e.printStackTrace(err);
        }
        return code.code();
    }

    // Ours says nothing to its user that was meant to be read.
    private static boolean isBug(Exception e) {
        return !(e instanceof CommandFailure || e instanceof ConfigException || e instanceof InterruptedException);
    }

    private static String sentence(Exception e) {
        return e instanceof InterruptedException ? "interrupted" : oneLine(e.getMessage());
    }

    private static String internal(Exception e, boolean verbose) {
        String what = e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + oneLine(e.getMessage());
        return "internal error: " + what + (verbose ? "" : " (--verbose shows where)");
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("lambdaflex: " + sentence);
        err.flush();
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
