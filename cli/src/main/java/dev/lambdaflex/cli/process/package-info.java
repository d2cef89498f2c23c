/** What this program needs as a process among others: it ends with its parent. */
@NullMarked
package dev.lambdaflex.cli.process;

import org.jspecify.annotations.NullMarked;
