/**
 * The socket of the wire: reads requests, lets the gatekeeper judge them, hands them to the service of their scope on a thread
 * that may block, and keeps a record of every call.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.server;

import org.jspecify.annotations.NullMarked;
