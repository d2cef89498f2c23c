/** Doubles of the tests: the Lambda Runtime API, real workload processes, and an app with every bad habit. */
@NullMarked
package dev.lambdaflex.workload.testing;

import org.jspecify.annotations.NullMarked;
