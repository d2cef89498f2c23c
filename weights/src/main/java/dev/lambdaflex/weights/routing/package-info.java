/**
 * What the edge decides for each request: which tier gets it, whether it spills over to the other one, whether it may be
 * tried a second time, and when a tier that fails is left alone for a while. Values in, values out: the caller brings the
 * position on the line of shares and the time, so that virtual time can play millions of requests through it.
 */
@NullMarked
package dev.lambdaflex.weights.routing;

import org.jspecify.annotations.NullMarked;
