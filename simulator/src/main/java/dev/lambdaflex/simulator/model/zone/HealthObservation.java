package dev.lambdaflex.simulator.model.zone;

import java.time.Instant;

/** What the checkers of a health check find, and when. */
public record HealthObservation(boolean healthy, Instant at) {}
