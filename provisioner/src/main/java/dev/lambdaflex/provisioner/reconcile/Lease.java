package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;

/**
 * The right to write for one app. The token rises with each new term, so that a write of an older term is recognised.
 *
 * @param app    the app
 * @param holder who holds it: a name that is new with each start of a process
 * @param token  the fencing token
 * @param until  when it ends unless renewed
 */
public record Lease(String app, String holder, long token, Instant until) {}
