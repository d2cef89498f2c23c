/**
 * The tick: observe, decide, persist, act. This package owns the ports through which it sees and changes the world
 * ({@link dev.lambdaflex.provisioner.reconcile.Zone}, {@link dev.lambdaflex.provisioner.reconcile.FargateTier},
 * {@link dev.lambdaflex.provisioner.reconcile.LambdaTier}, {@link dev.lambdaflex.provisioner.reconcile.Telemetry},
 * {@link dev.lambdaflex.provisioner.reconcile.Probes}) and remembers
 * ({@link dev.lambdaflex.provisioner.reconcile.MigrationStore}). Plain sequential code for a virtual thread: no Vert.x, no
 * AWS SDK.
 */
@NullMarked
package dev.lambdaflex.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
