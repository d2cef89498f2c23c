/**
 * The function tier: execution environments that are real copies of the workload, each in a sandbox, speaking the Lambda Runtime API, with cold
 * starts, one invocation at a time each, timeouts, crashes, and nothing left running while idle.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.lambda;

import org.jspecify.annotations.NullMarked;
