/** A caller of the wire with a signer of its own, so that the server's verifier is not tested by itself. */
@NullMarked
package dev.lambdaflex.simulator.wire.testing;

import org.jspecify.annotations.NullMarked;
