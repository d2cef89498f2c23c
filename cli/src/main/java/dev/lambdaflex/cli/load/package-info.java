/** {@code lambdaflex load}: requests to an app through its edge, counted, with every answer checked. */
@NullMarked
package dev.lambdaflex.cli.load;

import org.jspecify.annotations.NullMarked;
