/** An app seen over the control API while something is done to it: the present moment, and the events as they come. */
@NullMarked
package dev.lambdaflex.cli.follow;

import org.jspecify.annotations.NullMarked;
