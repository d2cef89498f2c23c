/** What the tests of the edge stand on: upstreams that do as told, weights that are set, and a client that sends exact bytes. */
@NullMarked
package dev.lambdaflex.proxy.testing;

import org.jspecify.annotations.NullMarked;
