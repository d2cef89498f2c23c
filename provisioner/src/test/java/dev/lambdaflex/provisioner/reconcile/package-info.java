/** Tests of the tick in a small exact world. */
@NullMarked
package dev.lambdaflex.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
