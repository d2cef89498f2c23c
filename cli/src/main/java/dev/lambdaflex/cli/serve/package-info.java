/** {@code lambdaflex provisioner} and {@code lambdaflex edge}: the two programs that run beside an app, over AWS. */
@NullMarked
package dev.lambdaflex.cli.serve;

import org.jspecify.annotations.NullMarked;
