/** Elastic Load Balancing, version 2, on the wire: looking at balancers, target groups, listeners and targets' health. */
@NullMarked
package dev.lambdaflex.simulator.wire.elb;

import org.jspecify.annotations.NullMarked;
