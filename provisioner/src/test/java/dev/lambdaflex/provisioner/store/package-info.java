/** What the stores promise, as tests. */
@NullMarked
package dev.lambdaflex.provisioner.store;

import org.jspecify.annotations.NullMarked;
