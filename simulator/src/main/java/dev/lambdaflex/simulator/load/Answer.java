package dev.lambdaflex.simulator.load;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param servedBy value of the header {@code x-lambdaflex-tier}
 */
record Answer(int status, @Nullable String servedBy, Buffer body) {

    static final String TIER_HEADER = "x-lambdaflex-tier";
}
