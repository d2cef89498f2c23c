/**
 * The way up and the way back: a {@link dev.lambdaflex.weights.plan.ShiftPlan} lists the shares of Fargate that a
 * migration passes through and how long each is held at least. {@link dev.lambdaflex.weights.plan.PlanText} reads the
 * form that people type.
 */
@NullMarked
package dev.lambdaflex.weights.plan;

import org.jspecify.annotations.NullMarked;
