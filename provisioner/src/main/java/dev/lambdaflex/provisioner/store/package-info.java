/**
 * What outlives a crash. {@link dev.lambdaflex.provisioner.store.SqliteStore} keeps it in one file,
 * {@link dev.lambdaflex.provisioner.store.MemoryStore} in memory for virtual time; both keep states as the text that
 * {@link dev.lambdaflex.provisioner.store.StateCodec} makes of them and follow the same rules about terms and versions.
 * {@link dev.lambdaflex.provisioner.store.PrivateFiles} keeps all of it from other users of the machine.
 */
@NullMarked
package dev.lambdaflex.provisioner.store;

import org.jspecify.annotations.NullMarked;
