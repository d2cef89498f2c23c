/**
 * CloudFormation: stacks that build their resources one after the other, roll back what they cannot finish, keep the first cause,
 * and are removed in reverse.
 */
@NullMarked
package dev.lambdaflex.simulator.model.stack;

import org.jspecify.annotations.NullMarked;
