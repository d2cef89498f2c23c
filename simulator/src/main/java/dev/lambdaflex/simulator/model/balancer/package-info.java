/**
 * Application Load Balancers: target groups whose targets are checked, drained and chosen in turn. A new target is healthy after
 * one success; when no target is healthy, all are asked.
 */
@NullMarked
package dev.lambdaflex.simulator.model.balancer;

import org.jspecify.annotations.NullMarked;
