package dev.lambdaflex.weights.gate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rates as people read them. */
final class Percent {

    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 15;
    private static final int LIMIT_DIGITS = 6;

    private Percent() {}

    /** {@code rate} to two significant digits: {@code 1.4 %}, {@code 0.093 %}, {@code 50 %}. */
    static String of(double rate) {
        return text(rounded(rate, FEWEST_DIGITS));
    }

    /** A limit as it was set: {@code 1.25 %}. */
    static String limit(double limit) {
        return text(rounded(limit, LIMIT_DIGITS));
    }

    /** {@code rate} with as many digits as it takes to lie on its own side of {@code limit}: not {@code 1 % > 1 %}. */
    static String beside(double rate, double limit) {
        int digits = FEWEST_DIGITS;
        BigDecimal shown = rounded(rate, digits);
        while (digits < MOST_DIGITS
                && Double.compare(shown.doubleValue() / 100, limit) != Double.compare(rate, limit)) {
            digits++;
            shown = rounded(rate, digits);
        }
        return text(shown);
    }

    private static BigDecimal rounded(double rate, int digits) {
        return BigDecimal.valueOf(rate).movePointRight(2).round(new MathContext(digits));
    }

    private static String text(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
