package dev.lambdaflex.simulator.model.zone;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Which record of a group answers.
 *
 * <pre>
 *   some healthy record has weight > 0   -> one of those, by weight
 *   else some healthy record has weight 0 -> one of those, evenly   (all weights 0, or the others are unhealthy)
 *   else nothing is healthy               -> as if everything were healthy
 * </pre>
 */
final class WeightedDraw {

    private WeightedDraw() {}

    static ResourceRecordSet draw(List<ResourceRecordSet> group, Predicate<ResourceRecordSet> healthy,
            RandomGenerator random) {
        if (group.size() == 1) {
            return group.getFirst();
        }
        List<ResourceRecordSet> fit = group.stream().filter(healthy).toList();
        List<ResourceRecordSet> considered = fit.isEmpty() ? group : fit;
        int sum = 0;
        for (ResourceRecordSet record : considered) {
            sum += weight(record);
        }
        if (sum == 0) {
            return considered.get(random.nextInt(considered.size()));
        }
        int drawn = random.nextInt(sum);
        for (ResourceRecordSet record : considered) {
            drawn -= weight(record);
            if (drawn < 0) {
                return record;
            }
        }
        throw new IllegalStateException("drawn: beyond the sum of weights " + sum);
    }

    private static int weight(ResourceRecordSet record) {
        return record.weight().orElse(0);
    }
}
