/**
 * The people who ask: resolvers that cache answers, some longer than they may, clients that keep their connections, and the
 * requests of virtual time, counted instead of made.
 */
@NullMarked
package dev.lambdaflex.simulator.model.traffic;

import org.jspecify.annotations.NullMarked;
