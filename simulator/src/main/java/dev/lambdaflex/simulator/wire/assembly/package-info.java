/** Puts the wire together: every service over one model, behind one socket. */
@NullMarked
package dev.lambdaflex.simulator.wire.assembly;

import org.jspecify.annotations.NullMarked;
