/**
 * The sample app, a pet store. Each instance keeps its own pets in memory, the same few at every start: enough to see which
 * tier and which instance answered, and to notice if an answer is lost or mixed up.
 */
@NullMarked
package dev.lambdaflex.workload.pets;

import org.jspecify.annotations.NullMarked;
