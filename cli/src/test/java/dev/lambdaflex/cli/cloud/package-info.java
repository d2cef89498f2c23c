/** The adapters of AWS against our own cloud: the SDK on one side of the wire, the model on the other. */
@NullMarked
package dev.lambdaflex.cli.cloud;

import org.jspecify.annotations.NullMarked;
