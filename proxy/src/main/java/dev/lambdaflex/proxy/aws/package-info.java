/**
 * The edge's weights straight from Route 53: the same records that the internet's resolvers answer from. Only reading, gently, and
 * never a reason to stop serving.
 */
@NullMarked
package dev.lambdaflex.proxy.aws;

import org.jspecify.annotations.NullMarked;
