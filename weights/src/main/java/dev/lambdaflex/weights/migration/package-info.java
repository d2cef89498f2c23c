/**
 * The life of one app between its tiers. {@link dev.lambdaflex.weights.migration.Migration#next} is the whole of it: from
 * a {@link dev.lambdaflex.weights.migration.MigrationState state} and an
 * {@link dev.lambdaflex.weights.migration.Observation observation} to a
 * {@link dev.lambdaflex.weights.migration.Decision decision}: the next state, the
 * {@link dev.lambdaflex.weights.migration.Action actions} to take, and a reason that people can read. People take part
 * by {@link dev.lambdaflex.weights.migration.Verb verbs}.
 *
 * <pre>
 *   Resting(lambda) -> Provisioning -> Verifying -> Shifting(up) -> Baking -> Resting(fargate)
 *         ^                 |              |             |             |            |
 *         |                 |              |        RollingBack <------+------------+
 *         |                 v              v             v                          v
 *         +----------- TearingDown <-------+------- Quiescing <--------------- Shifting(down)
 * </pre>
 */
@NullMarked
package dev.lambdaflex.weights.migration;

import org.jspecify.annotations.NullMarked;
