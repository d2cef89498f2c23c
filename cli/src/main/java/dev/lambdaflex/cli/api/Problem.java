package dev.lambdaflex.cli.api;

import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.Printable;

/** A refusal of the API: problem+json where it comes from ours, anything where something else answers. */
record Problem(int status, Optional<String> sentence) {

    static Problem of(int status, String body) {
        return new Problem(status, sentenceOf(body).map(Printable::text));
    }

    CommandFailure failure() {
        String said = sentence.orElse("the API answered %d without saying why".formatted(status));
        return new CommandFailure(exitCode(), switch (status) {
            case 401, 403 -> said + " (the token: --token-file, or the file 'token' in --state-dir)";
            case 412 -> said + " (somebody else was faster: look at the status and ask again)";
            case 500 -> said + " (an internal error of the provisioner: see its log)";
            default -> said;
        });
    }

    private ExitCode exitCode() {
        return switch (status) {
            case 401, 403 -> ExitCode.FORBIDDEN;
            case 409, 412, 423, 428, 429 -> ExitCode.REFUSED;
            case 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> status >= 500 ? ExitCode.INTERNAL : ExitCode.USAGE;
        };
    }

    private static Optional<String> sentenceOf(String body) {
        try {
            JsonObject problem = new JsonObject(body);
            return text(problem, "detail").or(() -> text(problem, "title"));
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject problem, String key) {
        return problem.getValue(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
