/**
 * The cloud: one account with several apps, made of AWS's own rules. {@link dev.lambdaflex.simulator.model.Cloud} puts the pieces
 * together, moves their time, and tells a checker what is really there.
 */
@NullMarked
package dev.lambdaflex.simulator.model;

import org.jspecify.annotations.NullMarked;
