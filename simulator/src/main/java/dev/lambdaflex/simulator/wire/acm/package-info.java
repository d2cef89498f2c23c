/** ACM on the wire: the one certificate that covers the zone. */
@NullMarked
package dev.lambdaflex.simulator.wire.acm;

import org.jspecify.annotations.NullMarked;
