package dev.lambdaflex.cli.verbs;

import java.util.Locale;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Printable;

/** A phase in a few words: {@code shifting up, step 3 of 7}. */
record PhaseText(JsonObject phase) {

    String text() {
        String name = phase.getString("name");
        return switch (name) {
            case "resting" -> "resting on " + tier("tier");
            case "shifting-up" -> "shifting up" + step();
            case "shifting-down" -> "shifting down" + step();
            case "rolling-back" -> "rolling back to %s: %s".formatted(tier("to"), words("cause"));
            case "rollback-failed" -> "stuck on the way back to %s: %s".formatted(tier("to"), words("cause"));
            case "tearing-down" -> "tearing down" + attempt();
            case "held" -> "held: " + hold();
            // A provisioner newer than this client may know others.
            default -> Printable.text(name.replace('-', ' '));
        };
    }

    private String step() {
        return phase.getInteger("step") == null
                ? ""
                : ", step %d of %d".formatted(phase.getInteger("step"), phase.getInteger("steps"));
    }

    private String attempt() {
        Integer attempt = phase.getInteger("attempt");
        return attempt == null || attempt < 2 ? "" : ", attempt " + attempt;
    }

    private String hold() {
        JsonObject hold = phase.getJsonObject("hold");
        String name = hold.getString("name");
        String what = switch (name) {
            case "paused" -> "paused" + by(hold);
            case "manual-weights" -> "weights set by hand" + by(hold) + until(hold);
            case "teardown-stuck" -> "the removal is stuck: " + Printable.text(hold.getString("detail", ""));
            case "drifted" -> "somebody changed the records to " + Printable.text(hold.getString("detail", ""));
            case "inconclusive" -> "not enough evidence";
            case "blind" -> "metrics cannot be read";
            default -> Printable.text(name.replace('-', ' '));
        };
        JsonObject resumes = phase.getJsonObject("resumes");
        return resumes == null ? what : what + "; then " + new PhaseText(resumes).text();
    }

    private static String by(JsonObject hold) {
        String why = Printable.text(hold.getString("why", ""));
        return " by " + Printable.text(hold.getString("actor", "somebody")) + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private static String until(JsonObject hold) {
        return Optional.ofNullable(hold.getInstant("until")).map(at -> " until " + Figures.time(at)).orElse("");
    }

    private String tier(String key) {
        return Printable.text(phase.getString(key, "?").toLowerCase(Locale.ROOT));
    }

    private String words(String key) {
        return Printable.text(phase.getString(key, "?"));
    }
}
