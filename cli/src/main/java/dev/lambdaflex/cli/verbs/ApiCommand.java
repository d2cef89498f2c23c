package dev.lambdaflex.cli.verbs;

import java.util.Objects;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.api.ApiAnswer;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks the control API about one app. */
abstract class ApiCommand implements Callable<Integer> {

    @Mixin
    private AppArgument app = new AppArgument();

    @Spec
    private @Nullable CommandSpec spec;

    /** Does what the command is for. */
    abstract ExitCode run(ApiClient api) throws InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        try (ApiClient api = ApiClient.of(global())) {
            return run(api).code();
        }
    }

    final AppArgument app() {
        return app;
    }

    final GlobalOptions global() {
        return GlobalOptions.of(Objects.requireNonNull(spec));
    }

    final Console console() {
        return Console.of(Objects.requireNonNull(spec));
    }

    /** Prints what was done: the sentence, or with {@code -o json} all of it. */
    final ExitCode done(ApiAnswer answer) {
        console().line(global().json() ? answer.object().encodePrettily() : answer.object().getString("message"));
        return ExitCode.OK;
    }
}
