/**
 * The data plane of the local cloud in real time: real sockets and real processes. It decides nothing about the
 * cloud's resources: what it must know (which address a name has, which targets are registered, whether one more
 * invocation is allowed) it asks through small ports that it owns, and what CloudWatch would be told it tells a
 * {@link dev.lambdaflex.simulator.plane.Meter}.
 */
@NullMarked
package dev.lambdaflex.simulator.plane;

import org.jspecify.annotations.NullMarked;
