package dev.lambdaflex.cli.verbs;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.weights.migration.Verb;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands that put one verb to the migration under way. */
public abstract sealed class VerbCommand extends ApiCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String reason;

    abstract Verb verb();

    @Override
    final ExitCode run(ApiClient api) throws InterruptedException {
        String path = AppArgument.path(app().in(api)) + "/migrations/current/" + verb().label();
        return done(api.post(path, why(reason)));
    }

    static JsonObject why(@Nullable String reason) {
        return reason == null ? new JsonObject() : new JsonObject().put("reason", reason);
    }

    /** {@code pause}. */
    @Command(name = "pause", description = "Let nothing move forward until 'resume'. What is unsafe still rolls back.", footer = "  lambdaflex pause petstore --reason 'looking at the logs'")
    public static final class Pause extends VerbCommand {
        @Override
        Verb verb() {
            return new Verb.Pause();
        }
    }

    /** {@code resume}. */
    @Command(name = "resume", description = "End a pause, or a split that was set by hand.", footer = "  lambdaflex resume petstore")
    public static final class Resume extends VerbCommand {
        @Override
        Verb verb() {
            return new Verb.Resume();
        }
    }

    /** {@code promote}. */
    @Command(name = "promote", description = "Take the present step as passed, whatever its gates say.", footer = {
            "  lambdaflex promote petstore --reason 'too little traffic at night'",
            "  lambdaflex promote petstore --full"})
    public static final class Promote extends VerbCommand {

        @Option(names = "--full", description = "Take all steps as passed.")
        private boolean full;

        @Override
        Verb verb() {
            return full ? new Verb.PromoteFull() : new Verb.Promote();
        }
    }

    /** {@code step-back}. */
    @Command(name = "step-back", description = "Go back one step.", footer = "  lambdaflex step-back petstore")
    public static final class StepBack extends VerbCommand {
        @Override
        Verb verb() {
            return new Verb.StepBack();
        }
    }

    /** {@code abort}. */
    @Command(name = "abort", description = "Give the migration up: traffic goes back to where it came from.", footer = "  lambdaflex abort petstore --reason 'wrong release'")
    public static final class Abort extends VerbCommand {
        @Override
        Verb verb() {
            return new Verb.Abort();
        }
    }

    /** {@code retry}. */
    @Command(name = "retry", description = "Try again what failed, or what waits out a back-off.", footer = "  lambdaflex retry petstore")
    public static final class Retry extends VerbCommand {
        @Override
        Verb verb() {
            return new Verb.Retry();
        }
    }
}
