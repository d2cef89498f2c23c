/** Active health probes over HTTP: the {@link dev.lambdaflex.provisioner.reconcile.Probes} of real life. */
@NullMarked
package dev.lambdaflex.provisioner.probe;

import org.jspecify.annotations.NullMarked;
