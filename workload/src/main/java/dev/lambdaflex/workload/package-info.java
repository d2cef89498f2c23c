/**
 * The one image with two homes: {@link dev.lambdaflex.workload.Main} runs the sample pet store in the
 * {@link dev.lambdaflex.workload.host.WorkloadHost host}, which serves it over HTTP or, on Lambda, through the Runtime API.
 */
@NullMarked
package dev.lambdaflex.workload;

import org.jspecify.annotations.NullMarked;
