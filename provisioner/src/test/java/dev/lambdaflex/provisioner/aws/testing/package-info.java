/** Benches, emulators and a recording AWS for the tests of the adapters. */
@NullMarked
package dev.lambdaflex.provisioner.aws.testing;

import org.jspecify.annotations.NullMarked;
