package dev.lambdaflex.cli.verbs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiAnswer;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weights}: how the traffic of an app is shared. */
@Command(name = "weights", description = "Show how the traffic of an app is shared, or set it by hand.", subcommands = {
        WeightsCommand.Get.class, WeightsCommand.Set.class}, footer = {
                "  lambdaflex weights get",
                "  lambdaflex weights set --fargate 25 --reason 'trying the new release' --hold 30m"})
public final class WeightsCommand {

    /** {@code weights get}. */
    @Command(name = "get", description = "Show the split that is wanted and the records as they stand.", footer = {
            "  lambdaflex weights get petstore",
            "  lambdaflex weights get petstore -o json"})
    static final class Get extends ApiCommand {
        @Override
        ExitCode run(ApiClient api) throws InterruptedException {
            JsonObject weights = api.get(AppArgument.path(app().in(api)) + "/weights").object();
            if (global().json()) {
                console().line(weights.encodePrettily());
            } else {
                console().lines(new WeightsText(console().style()).lines(weights));
            }
            return ExitCode.OK;
        }
    }

    /** {@code weights set}. */
    @Command(name = "set", description = {"Set the split by hand.",
            "A change that breaks a safety rule is refused, and the rule is named; --override breaks it knowingly. "
                    + "Automation rests until --hold is over, or until 'resume'."}, footer = {
                            "  lambdaflex weights set petstore --fargate 25 --reason 'trying it' --hold 30m",
                            "  lambdaflex weights set petstore --fargate 100 --reason incident --override max-jump"})
    static final class Set extends ApiCommand {

        @Option(names = "--fargate", required = true, paramLabel = "PERCENT", converter = Values.Percent.class, description = "Fargate's share, 0 to 100; Lambda serves the rest.")
        private @Nullable Split fargate;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the history.")
        private @Nullable String reason;

        @Option(names = "--hold", paramLabel = "DURATION", converter = Values.Hold.class, description = "How long automation rests, such as 30m (default: until 'resume').")
        private @Nullable Duration hold;

        @Option(names = "--override", paramLabel = "RULE", split = ",", converter = Values.Rule.class, description = "Safety rules that this one change may break: healthy-tier, verified-capacity, max-jump, freeze.")
        private List<SafetyRule> override = List.of();

        @Option(names = "--if-version", paramLabel = "N", description = "Only if the version is still N (default: the version of this moment).")
        private @Nullable Long ifVersion;

        @Override
        ExitCode run(ApiClient api) throws InterruptedException {
            String path = AppArgument.path(app().in(api)) + "/weights";
            String etag = ifVersion == null ? etag(api.get(path)) : "\"" + ifVersion + "\"";
            return done(api.put(path, etag, body()));
        }

        private JsonObject body() {
            BigDecimal percent = BigDecimal.valueOf(Objects.requireNonNull(fargate).fargateBasisPoints(), 2);
            JsonObject body = new JsonObject().put("fargatePercent", percent.doubleValue()).put("reason", reason);
            Optional.ofNullable(hold).ifPresent(time -> body.put("hold", time.toString()));
            if (!override.isEmpty()) {
                body.put("override", new JsonArray(override.stream().map(SafetyRule::label).distinct().toList()));
            }
            return body;
        }

        private static String etag(ApiAnswer weights) {
            return weights.etag()
                    .orElseThrow(() -> new CommandFailure(ExitCode.INTERNAL,
                            "the API gave no ETag with the weights (expected: one to change them with)"));
        }
    }
}
