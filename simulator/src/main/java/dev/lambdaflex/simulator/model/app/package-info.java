/**
 * One app in the cloud: its function and API Gateway name that are always there, the stack of its Fargate tier that comes and
 * goes, and what was asked of each.
 */
@NullMarked
package dev.lambdaflex.simulator.model.app;

import org.jspecify.annotations.NullMarked;
