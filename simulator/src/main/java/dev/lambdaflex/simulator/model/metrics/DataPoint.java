package dev.lambdaflex.simulator.model.metrics;

import java.time.Instant;

/** One value of a metric, for the period that begins at {@code at}. */
public record DataPoint(Instant at, double value) {}
