/** Tests of this package. */
@NullMarked
package dev.lambdaflex.workload.lambda;

import org.jspecify.annotations.NullMarked;
