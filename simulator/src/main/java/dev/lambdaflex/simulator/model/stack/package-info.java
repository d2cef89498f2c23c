/**
 * CloudFormation: stacks that build the resources of their template, side by side where none waits for another, roll back what
 * they cannot finish, keep the first cause, and are removed in reverse. What a resource really is, is the
 * {@link dev.lambdaflex.simulator.model.stack.Builder}'s business.
 */
@NullMarked
package dev.lambdaflex.simulator.model.stack;

import org.jspecify.annotations.NullMarked;
