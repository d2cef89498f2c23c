/**
 * Whether a step may go on. Each gate looks at evidence of one kind and gives a
 * {@link dev.lambdaflex.weights.gate.Verdict} with the numbers it rests on; the worst verdict of all gates is the step's.
 * No data never passes and never fails.
 */
@NullMarked
package dev.lambdaflex.weights.gate;

import org.jspecify.annotations.NullMarked;
