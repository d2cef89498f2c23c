/**
 * What every command has in common: the {@link dev.lambdaflex.cli.console.GlobalOptions} that stand before or after its
 * name, the {@link dev.lambdaflex.cli.console.Console} it prints to, the
 * {@link dev.lambdaflex.cli.console.StateFolder} that a local run and its clients share, and the
 * {@link dev.lambdaflex.cli.console.ExitCode} it ends with. Results go to standard output, all else to standard error.
 */
@NullMarked
package dev.lambdaflex.cli.console;

import org.jspecify.annotations.NullMarked;
