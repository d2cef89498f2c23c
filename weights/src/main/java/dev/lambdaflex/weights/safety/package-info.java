/**
 * Rules that hold for every change of the split, whoever asks for it. They are checked on the state after the change; a
 * person may break named rules in one request and is written down with it.
 */
@NullMarked
package dev.lambdaflex.weights.safety;

import org.jspecify.annotations.NullMarked;
