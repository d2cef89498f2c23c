/** Tests of the packaged workload as a real process. */
@NullMarked
package dev.lambdaflex.workload;

import org.jspecify.annotations.NullMarked;
