/** Route 53 on the wire: REST-XML over the model's zones, in AWS's words. */
@NullMarked
package dev.lambdaflex.simulator.wire.route53;

import org.jspecify.annotations.NullMarked;
