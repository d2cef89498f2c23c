/** The edge's weights over Route 53's wire protocol. */
@NullMarked
package dev.lambdaflex.proxy.aws;

import org.jspecify.annotations.NullMarked;
