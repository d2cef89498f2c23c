package dev.lambdaflex.weights.split;

/**
 * The pair of integers that says a {@link Split} to Route 53, which answers with a record in proportion to its weight over
 * the sum of weights.
 *
 * <p>Whole percents sum to 100 and are exact. Anything finer takes the pair with the smallest error; 255 as a sum would
 * turn 1 % into 1.18 %. A share above zero never becomes weight 0, for the tier would get nothing, and the pair is never
 * 0/0, which Route 53 answers evenly. So the smallest share there is 1 of 256, 0.39 %: a finer one is rounded up to it.
 *
 * @param lambda  weight of the Lambda record, 0 to 255 (Route 53: ResourceRecordSetWeight)
 * @param fargate weight of the Fargate record, 0 to 255
 */
public record RecordWeights(int lambda, int fargate) {

    public static final int MAX_WEIGHT = 255;
    private static final int PERCENT_SUM = 100;

    public RecordWeights {
        requireWeight("lambda", lambda);
        requireWeight("fargate", fargate);
        if (lambda + fargate == 0) {
            throw new IllegalArgumentException("lambda and fargate weight are both 0 (expected: at least one above 0)");
        }
    }

    /** The weights nearest to {@code split}. */
    public static RecordWeights of(Split split) {
        int fargate = split.fargateBasisPoints();
        if (fargate % PERCENT_SUM == 0) {
            return new RecordWeights(PERCENT_SUM - fargate / PERCENT_SUM, fargate / PERCENT_SUM);
        }
        // A pair of a smaller sum can be multiplied to one of 100 or more.
        RecordWeights best = closest(split, PERCENT_SUM);
        for (int sum = PERCENT_SUM + 1; sum <= 2 * MAX_WEIGHT; sum++) {
            RecordWeights candidate = closest(split, sum);
            if (candidate.error(split) < best.error(split)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The split that these weights really give, rounded to a basis point; never to nothing, for 1 of 256 is 39 of them. */
    public Split split() {
        return new Split((int) Math.round((double) Split.WHOLE * fargate / (lambda + fargate)));
    }

    /** The nearest pair of that sum in which both tiers serve and neither weight is over the maximum. */
    private static RecordWeights closest(Split split, int sum) {
        int rounded = (int) Math.round((double) split.fargateBasisPoints() * sum / Split.WHOLE);
        int fargate = Math.clamp(rounded, Math.max(1, sum - MAX_WEIGHT), Math.min(MAX_WEIGHT, sum - 1));
        return new RecordWeights(sum - fargate, fargate);
    }

    private double error(Split split) {
        return Math.abs((double) fargate / (lambda + fargate) - (double) split.fargateBasisPoints() / Split.WHOLE);
    }

    private static void requireWeight(String name, int weight) {
        if (weight < 0 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("%s: %d (expected: 0 to 255)".formatted(name, weight));
        }
    }
}
