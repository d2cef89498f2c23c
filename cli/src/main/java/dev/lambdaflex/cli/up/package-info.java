/**
 * {@code lambdaflex up}: the whole system on one machine. {@link dev.lambdaflex.cli.up.Town} puts the rooms together: cloud,
 * provisioner, control API and edge; {@link dev.lambdaflex.cli.up.OnceRun} drives one whole cycle through it and reports.
 */
@NullMarked
package dev.lambdaflex.cli.up;

import org.jspecify.annotations.NullMarked;
