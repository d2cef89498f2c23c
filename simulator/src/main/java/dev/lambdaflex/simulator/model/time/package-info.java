/**
 * Time and chance of the model: one {@link dev.lambdaflex.simulator.model.time.Timeline} that holds the agenda and the one
 * lock, and one random stream per subject, so that the same seed gives the same cloud.
 */
@NullMarked
package dev.lambdaflex.simulator.model.time;

import org.jspecify.annotations.NullMarked;
