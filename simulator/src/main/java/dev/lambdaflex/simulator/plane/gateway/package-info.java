/**
 * The HTTP API in front of the function: turns requests into events of payload format 2.0 and the function's answers
 * back into responses, with the limits and errors of API Gateway.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.gateway;

import org.jspecify.annotations.NullMarked;
