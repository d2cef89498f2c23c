/**
 * Where copies of the workload run apart from each other: what the function and the tasks need of such a place, whether it is a
 * process of this machine or a container of an engine.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.sandbox;

import org.jspecify.annotations.NullMarked;
