package dev.lambdaflex.weights.split;

import java.math.BigDecimal;

/**
 * How live traffic is shared between the tiers.
 *
 * @param fargateBasisPoints Fargate's share in hundredths of a percent, 0 to 10,000; Lambda serves the rest
 */
public record Split(int fargateBasisPoints) implements Comparable<Split> {

    public static final int WHOLE = 10_000;
    public static final Split ALL_LAMBDA = new Split(0);
    public static final Split ALL_FARGATE = new Split(WHOLE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Split {
        if (fargateBasisPoints < 0 || fargateBasisPoints > WHOLE) {
            throw new IllegalArgumentException(
                    "fargateBasisPoints: %d (expected: 0 to 10000)".formatted(fargateBasisPoints));
        }
    }

    /** A split by whole percents of Fargate, 0 to 100. */
    public static Split ofPercent(int fargatePercent) {
        if (fargatePercent < 0 || fargatePercent > 100) {
            throw new IllegalArgumentException("fargatePercent: %d (expected: 0 to 100)".formatted(fargatePercent));
        }
        return new Split(fargatePercent * 100);
    }

    /**
     * A split by percents of Fargate with at most two decimals, such as {@code 2.5}.
     *
     * @throws IllegalArgumentException when the number is outside 0 to 100 or finer than 0.01
     */
    public static Split ofPercent(BigDecimal fargatePercent) {
        boolean inRange = fargatePercent.signum() >= 0 && fargatePercent.compareTo(HUNDRED) <= 0;
        // Exponents come from outside: nothing is computed, nor written out in full, with one that is out of range.
        if (!inRange || fargatePercent.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(
                    "fargatePercent: %s (expected: 0 to 100, at most two decimals)".formatted(fargatePercent));
        }
        return new Split(fargatePercent.movePointRight(2).intValueExact());
    }

    /** The basis points that {@code tier} serves. */
    public int share(Tier tier) {
        return tier == Tier.FARGATE ? fargateBasisPoints : WHOLE - fargateBasisPoints;
    }

    public boolean serves(Tier tier) {
        return share(tier) > 0;
    }

    /** The share of {@code tier} as people read it: {@code 25 %}, {@code 2.5 %}. */
    public String percent(Tier tier) {
        return BigDecimal.valueOf(share(tier), 2).stripTrailingZeros().toPlainString() + " %";
    }

    @Override
    public int compareTo(Split other) {
        return Integer.compare(fargateBasisPoints, other.fargateBasisPoints);
    }

    @Override
    public String toString() {
        return percent(Tier.FARGATE) + " fargate";
    }
}
