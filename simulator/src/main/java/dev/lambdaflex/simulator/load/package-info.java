/**
 * Real HTTP through the edge, and a strict account of it: the witness that no request is lost while traffic moves. Requests
 * are due by a schedule and sent when due, whether or not earlier ones were answered; every answer is compared with what it
 * must say. {@link dev.lambdaflex.simulator.load.Load} is the way in; what a right answer is belongs to the
 * {@link dev.lambdaflex.simulator.load.Call calls}, when a request counts as lost to
 * {@link dev.lambdaflex.simulator.load.Judge}.
 */
@NullMarked
package dev.lambdaflex.simulator.load;

import org.jspecify.annotations.NullMarked;
