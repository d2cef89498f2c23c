/** What makes a long-lived process tick. */
@NullMarked
package dev.lambdaflex.provisioner.loop;

import org.jspecify.annotations.NullMarked;
