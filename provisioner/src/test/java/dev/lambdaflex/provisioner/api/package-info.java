/** What the control API promises, as tests over a fake of the apps. */
@NullMarked
package dev.lambdaflex.provisioner.api;

import org.jspecify.annotations.NullMarked;
