/**
 * How the cloud answers a call of its API: with a value or with a refusal that carries AWS's code and text. The doors of the
 * services count calls, throttle them, and can be shut by a fault.
 */
@NullMarked
package dev.lambdaflex.simulator.model.api;

import org.jspecify.annotations.NullMarked;
