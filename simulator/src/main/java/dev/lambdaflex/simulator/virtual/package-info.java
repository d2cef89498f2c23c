/**
 * A day of one app in less than a second: the reconciler of production over the model's ports, under a clock that moves when
 * it is told to, with load, faults and crashes that follow from one seed.
 */
@NullMarked
package dev.lambdaflex.simulator.virtual;

import org.jspecify.annotations.NullMarked;
