/** The adapters against emulators that others wrote: a second opinion on what goes over the wire. */
@NullMarked
package dev.lambdaflex.provisioner.aws.emulator;

import org.jspecify.annotations.NullMarked;
