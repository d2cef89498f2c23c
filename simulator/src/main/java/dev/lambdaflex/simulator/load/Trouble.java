package dev.lambdaflex.simulator.load;

import java.time.Instant;

/**
 * A request without a correct answer, for the report.
 *
 * @param due     when it was due to be sent
 * @param path    path and query, cut when long
 * @param outcome what became of it, and why
 */
public record Trouble(Instant due, String method, String path, Outcome.Bad outcome) {

    @Override
    public String toString() {
        return "%s %s %s: %s".formatted(due, method, path, outcome);
    }
}
