/**
 * What each port promises, as tests that every adapter passes: the model of the cloud through its ports, and the adapters of AWS
 * against our cloud and against emulators that others wrote. An adapter brings a bench: itself, and the hand of a person who
 * changes the world behind its back.
 */
@NullMarked
package dev.lambdaflex.provisioner.contract;

import org.jspecify.annotations.NullMarked;
