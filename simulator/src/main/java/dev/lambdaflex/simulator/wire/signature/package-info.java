/**
 * Who may call: access keys the cloud knows, and AWS's signature version 4 verified as AWS does it, so that a wrong secret, an old
 * clock, an expired token or a wrong region fail here as they fail there.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.signature;

import org.jspecify.annotations.NullMarked;
