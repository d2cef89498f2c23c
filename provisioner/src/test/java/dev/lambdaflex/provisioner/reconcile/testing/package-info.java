/** The smallest cloud that the reconciler can run against: exact, prompt, under a clock that moves when it is told to. */
@NullMarked
package dev.lambdaflex.provisioner.reconcile.testing;

import org.jspecify.annotations.NullMarked;
