/** Processes that die and come again, as real ones. */
@NullMarked
package dev.lambdaflex.cli.process;

import org.jspecify.annotations.NullMarked;
