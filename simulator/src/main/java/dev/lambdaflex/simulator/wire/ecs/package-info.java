/**
 * ECS as its clients see it: clusters, services and tasks of the Fargate tiers that stand, read and scaled by JSON 1.1. Services
 * come and go by CloudFormation alone; what would change more of one than its count is refused by name.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.ecs;

import org.jspecify.annotations.NullMarked;
