/**
 * CloudWatch: metrics in whole periods that can be read minutes late, absent when nothing was counted, with percentiles.
 */
@NullMarked
package dev.lambdaflex.simulator.model.metrics;

import org.jspecify.annotations.NullMarked;
