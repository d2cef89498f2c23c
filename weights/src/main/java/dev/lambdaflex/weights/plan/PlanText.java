package dev.lambdaflex.weights.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * The text form of a {@link ShiftPlan}.
 *
 * <pre>
 *   standard               1, 5, 10, 25, 50, 75, 100 %, held 2 min each
 *   canary:10%/5m          10 %, then 100 %
 *   linear:10%/2m          10, 20, … 100 %
 *   exponential:1%/2m      1, 2, 4, … 64, 100 %
 *   1,5,25,100/3m          just these shares
 * </pre>
 *
 * The hold after the slash may be left out: 2 minutes.
 */
public final class PlanText {

    private static final String EXPECTED = "expected: standard, canary:10%/5m, linear:10%/2m, exponential:1%/2m"
            + " or a list such as 1,5,25,100/2m";
    /** No exponent, for {@code 1e999999999} is a number, too. */
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*%?");

    private PlanText() {}

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException naming the text and the forms that are understood
     */
    public static ShiftPlan parse(String text) {
        String plan = text.strip().toLowerCase(Locale.ROOT);
        try {
            int slash = plan.indexOf('/');
            Duration hold = slash < 0 ? ShiftPlan.DEFAULT_HOLD : Durations.parse(plan.substring(slash + 1).strip());
            return parseShape(slash < 0 ? plan : plan.substring(0, slash).strip(), hold);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "plan: '%s' is not understood: %s (%s)".formatted(text, e.getMessage(), EXPECTED), e);
        }
    }

    /** The list form of {@code plan}, which {@link #parse} reads back when all its holds are equal. */
    public static String of(ShiftPlan plan) {
        String shares = plan.rising()
                .stream()
                .map(step -> step.split().percent(Tier.FARGATE).replace(" %", ""))
                .collect(Collectors.joining(","));
        return shares + "/" + Durations.typed(plan.rising().getFirst().hold());
    }

    private static ShiftPlan parseShape(String shape, Duration hold) {
        int colon = shape.indexOf(':');
        if (colon < 0) {
            return shape.equals("standard") ? withHold(ShiftPlan.standard(), hold) : list(shape, hold);
        }
        Split share = share(shape.substring(colon + 1));
        return switch (shape.substring(0, colon).strip()) {
            case "canary" -> ShiftPlan.canary(share, hold);
            case "linear" -> ShiftPlan.linear(share, hold);
            case "exponential" -> ShiftPlan.exponential(share, hold);
            default ->
                throw new IllegalArgumentException("no plan has the name '" + shape.substring(0, colon).strip() + "'");
        };
    }

    private static ShiftPlan list(String shares, Duration hold) {
        List<Step> steps = new ArrayList<>();
        for (String share : shares.split(",", -1)) {
            steps.add(new Step(share(share), hold));
        }
        return new ShiftPlan(steps);
    }

    private static ShiftPlan withHold(ShiftPlan plan, Duration hold) {
        return new ShiftPlan(plan.rising().stream().map(step -> new Step(step.split(), hold)).toList());
    }

    private static Split share(String text) {
        Matcher percentage = PERCENTAGE.matcher(text.strip());
        if (!percentage.matches()) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no percentage");
        }
        return Split.ofPercent(new BigDecimal(percentage.group(1)));
    }
}
