package dev.lambdaflex.simulator.virtual;

import java.util.List;

/**
 * Requests without a good answer.
 *
 * @param failed    all of them
 * @param avoidable those that a correct controller would have had served
 * @param incidents the first of the avoidable ones, in sentences
 */
public record Losses(long failed, long avoidable, List<String> incidents) {

    public Losses {
        incidents = List.copyOf(incidents);
    }

    /** Those that nobody could have served. */
    public long unavoidable() {
        return failed - avoidable;
    }
}
