package dev.lambdaflex.simulator.journal;

import java.time.Instant;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.wire.WireRequest;

/** Something that came to the model from outside. */
sealed interface Entry {

    /** The time of the model when it came. */
    Instant at();

    /**
     * A caller's change that was accepted.
     *
     * @param service by its signing name
     * @param check   of the answer: a replay that leads elsewhere is noticed here
     */
    record Call(Instant at, String service, WireRequest request, String check) implements Entry {}

    /** The process of a task does something that it did not when it was looked at last. */
    record TaskSeen(Instant at, String task, boolean runs, boolean answers) implements Entry {}

    /** A fault begins or ends. */
    record FaultSet(Instant at, Fault fault, boolean on) implements Entry {}

    /** Gateway and balancer listen there. */
    record DataPort(Instant at, int port) implements Entry {}

    /** Nothing came, and the cloud was still there: a task that does not answer yet did not in all this time. */
    record Alive(Instant at) implements Entry {}

    /** A cloud went on with this journal. The one before had ended at some time since the entry before. */
    record Restart(Instant at) implements Entry {}
}
