/**
 * The client of the control API. {@link dev.lambdaflex.cli.api.ApiClient} asks one thing at a time and waits for the
 * answer; {@link dev.lambdaflex.cli.api.EventFeed} follows the live events and finds its way back after an interruption.
 * Whatever the API refuses becomes one sentence and the exit code that belongs to it.
 */
@NullMarked
package dev.lambdaflex.cli.api;

import org.jspecify.annotations.NullMarked;
