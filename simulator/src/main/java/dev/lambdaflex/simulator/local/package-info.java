/**
 * The cloud in real time on one machine: the model decides, the data plane serves.
 * {@link dev.lambdaflex.simulator.local.LocalCloud} joins the two through small adapters; neither knows the other.
 */
@NullMarked
package dev.lambdaflex.simulator.local;

import org.jspecify.annotations.NullMarked;
