/**
 * Route 53: hosted zones with weighted and alias records, batches that are taken whole or not at all, changes that reach the
 * name servers one after the other, and answers drawn by weight and health. Refusals carry AWS's codes and texts.
 */
@NullMarked
package dev.lambdaflex.simulator.model.zone;

import org.jspecify.annotations.NullMarked;
