/**
 * The control API over HTTP. {@code openapi.yaml} is its contract: requests are routed and checked by that document.
 * {@link dev.lambdaflex.provisioner.api.ControlApi} starts it over {@link dev.lambdaflex.provisioner.reconcile.Apps}.
 * Every request passes one guard (Host, scope, token, Origin) before anything else looks at it; what is not in the table
 * of {@link dev.lambdaflex.provisioner.api.Scope scopes} is not served.
 */
@NullMarked
package dev.lambdaflex.provisioner.api;

import org.jspecify.annotations.NullMarked;
