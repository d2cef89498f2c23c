/** What things cost: a small price list, and the price of an hour of what is there. */
@NullMarked
package dev.lambdaflex.simulator.model.money;

import org.jspecify.annotations.NullMarked;
