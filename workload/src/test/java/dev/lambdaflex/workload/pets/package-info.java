/** Tests of this package. */
@NullMarked
package dev.lambdaflex.workload.pets;

import org.jspecify.annotations.NullMarked;
