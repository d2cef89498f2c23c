/**
 * The provisioner's ports over the model, for runs in one process: the same rules, without a wire between. Refusals of the model
 * become the ports' exceptions here, and nowhere else.
 */
@NullMarked
package dev.lambdaflex.simulator.ports;

import org.jspecify.annotations.NullMarked;
