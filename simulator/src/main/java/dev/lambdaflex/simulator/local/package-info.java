/**
 * The cloud in real time on one machine: the model decides, the data plane serves.
 * {@link dev.lambdaflex.simulator.local.LocalCloud} joins the two through small adapters; neither knows the other. A
 * cloud that is resumed keeps a journal between its wire and its model.
 */
@NullMarked
package dev.lambdaflex.simulator.local;

import org.jspecify.annotations.NullMarked;
