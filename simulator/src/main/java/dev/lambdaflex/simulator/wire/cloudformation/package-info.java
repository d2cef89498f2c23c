/** CloudFormation on the wire: stacks are created from the template that the caller sends, changed, looked at and deleted. */
@NullMarked
package dev.lambdaflex.simulator.wire.cloudformation;

import org.jspecify.annotations.NullMarked;
