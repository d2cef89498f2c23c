/** Each invariant is broken once here, so that a watch that sees nothing is not one that looks away. */
@NullMarked
package dev.lambdaflex.simulator.check;

import org.jspecify.annotations.NullMarked;
