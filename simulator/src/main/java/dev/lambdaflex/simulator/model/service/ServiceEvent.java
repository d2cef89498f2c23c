package dev.lambdaflex.simulator.model.service;

import java.time.Instant;

/** One line of a service's history. */
public record ServiceEvent(Instant at, String message) {}
