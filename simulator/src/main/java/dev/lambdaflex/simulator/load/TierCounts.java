package dev.lambdaflex.simulator.load;

import java.time.Duration;

/**
 * What one tier answered correctly. Times are from the moment at which a request was due, so that a stall counts for all whom
 * it kept waiting; zero without requests.
 */
public record TierCounts(long requests, Duration p50, Duration p99, Duration max) {}
