/**
 * Lambda: one request at a time in each environment, a cold start for each new one, a limit on how many there are and on how
 * fast they become more, and an end for those that idle.
 */
@NullMarked
package dev.lambdaflex.simulator.model.lambda;

import org.jspecify.annotations.NullMarked;
