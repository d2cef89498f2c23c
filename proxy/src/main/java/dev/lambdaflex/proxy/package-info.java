/**
 * The edge: a reverse proxy that sends each request to the tier that the live split says, watches the health of both, and
 * tells on an admin port what it does. {@link dev.lambdaflex.proxy.Edge} is the door; the weights come in through
 * {@link dev.lambdaflex.proxy.WeightSource}. It decides nothing itself that {@code weights.routing} can decide.
 */
@NullMarked
package dev.lambdaflex.proxy;

import org.jspecify.annotations.NullMarked;
