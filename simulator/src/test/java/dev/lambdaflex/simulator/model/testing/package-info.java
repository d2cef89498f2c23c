/** Clocks and clouds for tests. */
@NullMarked
package dev.lambdaflex.simulator.model.testing;

import org.jspecify.annotations.NullMarked;
