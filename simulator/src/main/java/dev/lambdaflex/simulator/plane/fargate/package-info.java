/**
 * The container tier: tasks that are real servers in sandboxes, with their health as a probe of {@code /readyz} sees it.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.fargate;

import org.jspecify.annotations.NullMarked;
