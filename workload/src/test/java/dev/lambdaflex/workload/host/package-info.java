/** Tests of this package. */
@NullMarked
package dev.lambdaflex.workload.host;

import org.jspecify.annotations.NullMarked;
