/**
 * ECS on Fargate: a service that keeps as many tasks running as it is told, registers them with a target group, replaces what
 * fails and drains before it stops. What a task really is, is the {@link dev.lambdaflex.simulator.model.service.TaskRunner}'s
 * business.
 */
@NullMarked
package dev.lambdaflex.simulator.model.service;

import org.jspecify.annotations.NullMarked;
