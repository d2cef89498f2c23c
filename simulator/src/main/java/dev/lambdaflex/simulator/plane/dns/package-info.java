/**
 * The zone's name server: answers real DNS queries over UDP and TCP from the {@link
 * dev.lambdaflex.simulator.plane.dns.Names} it is given.
 */
@NullMarked
package dev.lambdaflex.simulator.plane.dns;

import org.jspecify.annotations.NullMarked;
