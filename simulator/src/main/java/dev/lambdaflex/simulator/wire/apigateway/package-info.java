/** API Gateway v2 on the wire: look-ups of the custom domain names, APIs, mappings and stages that stand before the functions. */
@NullMarked
package dev.lambdaflex.simulator.wire.apigateway;

import org.jspecify.annotations.NullMarked;
