package dev.lambdaflex.cli.verbs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The app that a command is about. */
final class AppArgument {

    @Parameters(index = "0", arity = "0..1", paramLabel = "APP", description = "The app; may be left out when there is only one.")
    private @Nullable String name;

    /** The app as typed, or the only one there is. */
    String in(ApiClient api) throws InterruptedException {
        if (name != null) {
            return name;
        }
        List<String> names = names(api);
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 0 -> throw new CommandFailure(ExitCode.USAGE, "the provisioner knows no app");
            default -> throw new CommandFailure(ExitCode.USAGE,
                    "APP: missing (expected: one of %s)".formatted(String.join(", ", names)));
        };
    }

    boolean isNamed() {
        return name != null;
    }

    /** Where the API keeps {@code app}. */
    static String path(String app) {
        return "/v1/apps/" + URLEncoder.encode(app, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> names(ApiClient api) throws InterruptedException {
        return api.get("/v1/apps")
                .object()
                .getJsonArray("apps")
                .stream()
                .map(app -> ((JsonObject) app).getString("app"))
                .toList();
    }
}
