/**
 * The protocols that AWS's services share: which of them a request speaks, how each words a refusal, and readers and writers
 * for their bodies (forms with nested lists, XML, JSON, CBOR). Knows no service.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.protocol;

import org.jspecify.annotations.NullMarked;
