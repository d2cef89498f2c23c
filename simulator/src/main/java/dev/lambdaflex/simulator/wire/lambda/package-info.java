/**
 * Lambda as its clients see it: functions, their concurrency and the account's, and Invoke, which goes to the data plane where
 * there is one. Functions are made and changed by nobody here; that is refused by name.
 */
@NullMarked
package dev.lambdaflex.simulator.wire.lambda;

import org.jspecify.annotations.NullMarked;
