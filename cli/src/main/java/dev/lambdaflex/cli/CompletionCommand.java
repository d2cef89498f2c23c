package dev.lambdaflex.cli;

import java.util.Objects;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: the script that lets a shell complete commands and options. */
@Command(name = "completion", description = "Print the completion script for bash or zsh.", footer = {
        "  source <(lambdaflex completion)",
        "  lambdaflex completion > ~/.local/share/bash-completion/completions/lambdaflex"})
final class CompletionCommand implements Callable<Integer> {

    /** The shells that the script is for; it is the same for both. */
    enum Shell {
        bash, zsh
    }

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash", description = "bash or zsh; the script works in both.")
    private Shell shell = Shell.bash;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        console.line(AutoComplete.bash("lambdaflex", command.root().commandLine()));
        if (console.style().terminal()) {
            console.note("To load it into this %s: source <(lambdaflex completion %s)".formatted(shell, shell));
        }
        return ExitCode.OK.code();
    }
}
