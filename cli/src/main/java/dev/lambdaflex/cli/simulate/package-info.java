/** {@code lambdaflex simulate}: days of an app in virtual time, and what they have shown. */
@NullMarked
package dev.lambdaflex.cli.simulate;

import org.jspecify.annotations.NullMarked;
