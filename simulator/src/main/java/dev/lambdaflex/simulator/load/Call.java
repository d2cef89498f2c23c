package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** One request to the sample app, and what a right answer to it says. */
sealed interface Call permits ReadPet, Echo, AskTier, AddPet {

    HttpMethod method();

    /** Path and query as they go on the wire. */
    String path();

    /** JSON to send; empty when there is none. */
    Optional<Buffer> body();

    /** Whether a second time does no more than the first. */
    boolean idempotent();

    /** The status of a right answer. */
    int status();

    /** What is wrong in the body of an answer that has the right status; empty when nothing is. */
    Optional<String> mistake(Buffer body, Tier servedBy);
}
