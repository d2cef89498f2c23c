/**
 * {@code lambdaflex.yaml}. {@link dev.lambdaflex.cli.config.Yaml} reads the text into nodes that know their place,
 * {@link dev.lambdaflex.cli.config.Section} reads values out of a node and refuses what it does not know, and
 * {@link dev.lambdaflex.cli.config.LambdaFlexConfig} is the result. Each refusal is one sentence that begins with file,
 * line and column. The file is only ever read.
 */
@NullMarked
package dev.lambdaflex.cli.config;

import org.jspecify.annotations.NullMarked;
