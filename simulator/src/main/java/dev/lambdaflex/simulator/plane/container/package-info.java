/**
 * Sandboxes that are containers: created, listened to and removed by the API of a Docker engine over its socket, and bound to
 * this process by a stream that the engine closes when this process dies.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.container;

import org.jspecify.annotations.NullMarked;
