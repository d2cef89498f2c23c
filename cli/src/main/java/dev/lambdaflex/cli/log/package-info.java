/**
 * What is logged where. Logs are for the people who run or mend LambdaFlex; what a command has to say to its user goes
 * through the console and never through a logger.
 */
@NullMarked
package dev.lambdaflex.cli.log;

import org.jspecify.annotations.NullMarked;
