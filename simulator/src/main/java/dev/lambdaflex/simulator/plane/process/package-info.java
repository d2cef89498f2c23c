/**
 * Child processes that never outlive their parent: started, listened to, stopped, and bound to the parent by a pipe
 * that the kernel closes when the parent dies.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.process;

import org.jspecify.annotations.NullMarked;
