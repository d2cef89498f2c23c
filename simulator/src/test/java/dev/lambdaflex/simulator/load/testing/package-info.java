/** Little servers that behave, or misbehave, as a test needs them to. */
@NullMarked
package dev.lambdaflex.simulator.load.testing;

import org.jspecify.annotations.NullMarked;
