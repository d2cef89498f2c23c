/**
 * The commands that talk to a running provisioner. Each is one request to the control API, or a stream of events, made
 * readable; what may be done, and when, the provisioner alone decides.
 */
@NullMarked
package dev.lambdaflex.cli.verbs;

import org.jspecify.annotations.NullMarked;
