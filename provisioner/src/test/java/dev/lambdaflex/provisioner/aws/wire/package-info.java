/** What the adapters say over the wire, kept as files, and what they make of answers that no emulator gives. */
@NullMarked
package dev.lambdaflex.provisioner.aws.wire;

import org.jspecify.annotations.NullMarked;
