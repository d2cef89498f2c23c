package dev.lambdaflex.cli.verbs;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiAnswer;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.weights.split.Tier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate}: starts a migration, and with {@code --follow} sees it to its end. */
@Command(name = "migrate", description = {"Move an app to the other tier, step by step, with a gate at each step.",
        "With --follow the exit code tells how it ended: 0 it arrived, 1 it did not."}, footer = {
                "  lambdaflex migrate petstore --to fargate",
                "  lambdaflex migrate petstore --to fargate --plan linear:10%%/30s --follow",
                "  lambdaflex migrate petstore --to lambda --reason 'quiet season'"})
public final class MigrateCommand extends ApiCommand {

    @Option(names = "--to", required = true, paramLabel = "TIER", converter = Values.Home.class, description = "fargate or lambda.")
    private @Nullable Tier to;

    @Option(names = "--plan", paramLabel = "PLAN", converter = Values.Plan.class, description = "standard, canary:10%%/5m, linear:10%%/2m, exponential:1%%/2m or a list such as 1,5,25,100/2m (default: the app's own).")
    private @Nullable String plan;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String reason;

    @Option(names = {"-f", "--follow"}, description = "Show the events until the app rests again.")
    private boolean follow;

    @Override
    ExitCode run(ApiClient api) throws InterruptedException {
        String app = app().in(api);
        History history = new History(api, app);
        long before = follow ? history.readAfter(0, _ -> {}) : 0;
        ApiAnswer started = api.post(AppArgument.path(app) + "/migrations", body());
        if (!follow) {
            return done(started);
        }
        if (!global().json()) {
            done(started);
        }
        return new Journey(api, console(), global().json()).follow(history, before, app, target());
    }

    private Tier target() {
        return Objects.requireNonNull(to);
    }

    private JsonObject body() {
        JsonObject body = VerbCommand.why(reason).put("to", target().label().toUpperCase(Locale.ROOT));
        Optional.ofNullable(plan).ifPresent(text -> body.put("plan", text));
        return body;
    }
}
