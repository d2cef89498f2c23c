/** STS on the wire: who a key belongs to. */
@NullMarked
package dev.lambdaflex.simulator.wire.sts;

import org.jspecify.annotations.NullMarked;
