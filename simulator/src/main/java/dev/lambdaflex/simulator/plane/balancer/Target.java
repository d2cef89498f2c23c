package dev.lambdaflex.simulator.plane.balancer;

import dev.lambdaflex.simulator.plane.Endpoint;

/**
 * A target that is registered and not draining.
 *
 * @param healthy by the target group's health checks
 */
public record Target(String id, Endpoint endpoint, boolean healthy) {}
