/**
 * The load balancer's data plane: a listening socket that forwards each request to one of the registered targets, as
 * an Application Load Balancer does.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.balancer;

import org.jspecify.annotations.NullMarked;
