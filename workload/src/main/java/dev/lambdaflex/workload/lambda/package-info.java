/**
 * The Lambda custom runtime: asks the Runtime API for invocations one after another, turns each event (HTTP API, REST
 * API, function URL or balancer) into a real HTTP request to the app on its loopback port, and turns the answer
 * back. There is no second way into the app, so both tiers run the same code from the socket on.
 */
@NullMarked
package dev.lambdaflex.workload.lambda;

import org.jspecify.annotations.NullMarked;
