/** {@code lambdaflex cloud}: the cloud on this machine as a process of its own, behind AWS's API. */
@NullMarked
package dev.lambdaflex.cli.cloud;

import org.jspecify.annotations.NullMarked;
