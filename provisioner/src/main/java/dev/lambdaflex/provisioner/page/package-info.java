/**
 * The page at {@code /}: static files that speak to the control API as any other client does. No script or style stands in
 * the document itself and nothing is loaded from elsewhere, so that the content security policy can forbid both.
 */
@NullMarked
package dev.lambdaflex.provisioner.page;

import org.jspecify.annotations.NullMarked;
