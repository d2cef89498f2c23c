/**
 * The door behind the stage of a local cloud: drills are ordered here and the truth is told, both of which AWS has no calls
 * for. For whoever runs the cloud, never for the provisioner.
 */
@NullMarked
package dev.lambdaflex.simulator.backstage;

import org.jspecify.annotations.NullMarked;
