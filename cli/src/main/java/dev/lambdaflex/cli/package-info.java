/**
 * The launcher: {@link dev.lambdaflex.cli.Main} runs {@link dev.lambdaflex.cli.RootCommand} and sees to it that whatever
 * happens ends in one sentence and a documented exit code. Each command lives in a package named for its subject.
 */
@NullMarked
package dev.lambdaflex.cli;

import org.jspecify.annotations.NullMarked;
