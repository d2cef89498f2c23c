/** What the tests of the data plane share: a workload to run as a child process, and a meter that remembers. */
@NullMarked
package dev.lambdaflex.simulator.plane.testing;

import org.jspecify.annotations.NullMarked;
