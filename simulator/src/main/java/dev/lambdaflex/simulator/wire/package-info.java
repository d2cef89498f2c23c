/**
 * The cloud's third face: AWS's wire protocol over HTTP. Each service has a package of its own that reads requests, asks the
 * model and words the answer as AWS does; the protocols that several services share live in {@code wire.protocol}, who may call
 * at all in {@code wire.signature}, the socket in {@code wire.server}; {@code wire.assembly} puts all of it together.
 */
@NullMarked
package dev.lambdaflex.simulator.wire;

import org.jspecify.annotations.NullMarked;
