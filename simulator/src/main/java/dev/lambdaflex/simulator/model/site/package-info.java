/**
 * What the resources of a stack really are: each type that this cloud builds, with the properties it takes, the ids and
 * attributes that it gets, the time that it takes, and what it does to the app whose tier it is part of.
 */
@NullMarked
package dev.lambdaflex.simulator.model.site;

import org.jspecify.annotations.NullMarked;
