/**
 * The memory of a cloud: a file to which each accepted change is added before its answer goes out. A cloud that was killed is
 * made anew by replaying it: the model is a function of its seed and of what came from outside, and when it came. So the
 * changes of callers, the faults that were set and what the processes of tasks did are written down, and nothing that the model
 * makes of it. What was measured follows from none of these, and is kept in files of its own.
 */
@NullMarked
package dev.lambdaflex.simulator.journal;

import org.jspecify.annotations.NullMarked;
