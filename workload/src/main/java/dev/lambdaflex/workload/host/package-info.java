/**
 * Runs any request handler in either home: as an HTTP server, or as a Lambda custom runtime whose events become requests
 * to that same server on a loopback port. The host owns what both tiers must agree on: {@code /healthz}, {@code /readyz},
 * the tier header, limits, counting, drills, and how a process ends.
 */
@NullMarked
package dev.lambdaflex.workload.host;

import org.jspecify.annotations.NullMarked;
