/** EC2 on the wire, as much as belongs to the network of a tier: what there is, by tag and by VPC, and what holds it. */
@NullMarked
package dev.lambdaflex.simulator.wire.ec2;

import org.jspecify.annotations.NullMarked;
