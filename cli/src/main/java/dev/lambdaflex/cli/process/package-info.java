/**
 * Processes of this program that run beside each other: each tells that it is ready in one line, ends with its parent, and is
 * started again when it dies.
 */
@NullMarked
package dev.lambdaflex.cli.process;

import org.jspecify.annotations.NullMarked;
