/** Looks and orders through the real door. */
@NullMarked
package dev.lambdaflex.simulator.backstage;

import org.jspecify.annotations.NullMarked;
