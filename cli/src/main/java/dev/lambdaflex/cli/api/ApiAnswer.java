package dev.lambdaflex.cli.api;

import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.Printable;

/**
 * An answer that is no refusal.
 *
 * @param body the JSON as it came; empty when there is nothing to say
 * @param etag the version that a change of this would be made for
 */
public record ApiAnswer(String body, Optional<String> etag) {

    public JsonObject object() {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw strange(e);
        }
    }

    public JsonArray array() {
        try {
            return new JsonArray(body);
        } catch (DecodeException e) {
            throw strange(e);
        }
    }

    private CommandFailure strange(DecodeException e) {
        String begin = Printable.text(body.length() > 60 ? body.substring(0, 60) + "..." : body);
        return new CommandFailure(ExitCode.UNREACHABLE,
                "the answer is no JSON, so this is no control API: '%s'".formatted(begin), e);
    }
}
