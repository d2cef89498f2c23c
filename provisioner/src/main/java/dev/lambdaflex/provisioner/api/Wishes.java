package dev.lambdaflex.provisioner.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.PlanText;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * Bodies as verbs. The contract has checked their form; what only the core can judge is judged here, in an
 * {@link IllegalArgumentException} whose message is the answer.
 */
final class Wishes {

    /** Longer holds are no plan but a mistake, and sums of them would leave the calendar. */
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_STEPS = 100;
    /** 1e999999999 is eleven characters here and a gigabyte as a plain number. */
    private static final Pattern EXPONENT = Pattern.compile("[0-9.][eE][+-]?[0-9]");

    private Wishes() {}

    static Verb.SetWeights setWeights(JsonObject body) {
        Split split = Split.ofPercent(new BigDecimal(body.getNumber("fargatePercent").toString()));
        Optional<Duration> hold = Optional.ofNullable(body.getString("hold")).map(Wishes::hold);
        Set<SafetyRule> override = EnumSet.noneOf(SafetyRule.class);
        body.getJsonArray("override", new JsonArray()).forEach(rule -> override.add(SafetyRule.parse((String) rule)));
        return new Verb.SetWeights(split, hold, override);
    }

    static Verb.Start start(JsonObject body) {
        return new Verb.Start(Tier.valueOf(body.getString("to")),
                Optional.ofNullable(body.getString("plan")).map(Wishes::plan));
    }

    private static Duration hold(String text) {
        Duration hold;
        try {
            hold = Durations.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hold: " + e.getMessage(), e);
        }
        if (!hold.isPositive() || hold.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hold: %s (expected: above 0, at most 30 days)".formatted(text));
        }
        return hold;
    }

    private static ShiftPlan plan(String text) {
        if (EXPONENT.matcher(text).find()) {
            throw new IllegalArgumentException("plan: '%s' (expected: plain numbers)".formatted(text));
        }
        ShiftPlan plan = PlanText.parse(text);
        if (plan.rising().size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "plan: %d steps (expected: at most %d)".formatted(plan.rising().size(), MOST_STEPS));
        }
        if (plan.rising().stream().anyMatch(step -> step.hold().compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("plan: '%s' (expected: steps of at most 30 days)".formatted(text));
        }
        return plan;
    }
}
