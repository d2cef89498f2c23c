package dev.lambdaflex.weights.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.lambdaflex.weights.split.Split;

/**
 * The shares of Fargate that a migration passes through, rising to all of it. The drain passes through the same shares
 * backwards and ends at none.
 *
 * <pre>
 *   up:    1  5  10  25  50  75  100        down:  75  50  25  10  5  1  0
 * </pre>
 *
 * Weights of records know no share between 0 and 1 of 256 (0.39 %): there a finer first step is served as that, while the
 * edge serves it exactly.
 *
 * @param rising the steps up, by strictly rising share above 0; the last one is all of Fargate
 */
public record ShiftPlan(List<Step> rising) {

    public static final Duration DEFAULT_HOLD = Duration.ofMinutes(2);
    /** Steps of 1 %. More would be days of holding, and all of them are written down with each state. */
    private static final int MOST_STEPS = 100;
    private static final int[] DEFAULT_PERCENTS = {1, 5, 10, 25, 50, 75, 100};

    public ShiftPlan {
        rising = List.copyOf(rising);
        if (rising.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "plan: %d steps (expected: at most %d)".formatted(rising.size(), MOST_STEPS));
        }
        Split previous = Split.ALL_LAMBDA;
        for (Step step : rising) {
            if (step.split().compareTo(previous) <= 0) {
                throw new IllegalArgumentException(
                        "plan: %s after %s (expected: shares above 0 that rise)".formatted(step.split(), previous));
            }
            previous = step.split();
        }
        if (!previous.equals(Split.ALL_FARGATE)) {
            throw new IllegalArgumentException(
                    "plan: ends at %s (expected: 100 %% as the last share)".formatted(previous));
        }
    }

    /** 1, 5, 10, 25, 50, 75, 100 %. */
    public static ShiftPlan standard() {
        return ofPercents(DEFAULT_HOLD, DEFAULT_PERCENTS);
    }

    /** One small step, then everything. */
    public static ShiftPlan canary(Split first, Duration hold) {
        return new ShiftPlan(List.of(new Step(first, hold), new Step(Split.ALL_FARGATE, hold)));
    }

    /** Equal steps; the last one is shortened to end at 100 %. */
    public static ShiftPlan linear(Split increment, Duration hold) {
        return growing(increment, hold, share -> share + increment.fargateBasisPoints());
    }

    /** Each step twice the one before, beginning at {@code first}. */
    public static ShiftPlan exponential(Split first, Duration hold) {
        return growing(first, hold, share -> share * 2);
    }

    /** A list of whole percents, all with the same hold. */
    public static ShiftPlan ofPercents(Duration hold, int... percents) {
        List<Step> steps = new ArrayList<>();
        for (int percent : percents) {
            steps.add(new Step(Split.ofPercent(percent), hold));
        }
        return new ShiftPlan(steps);
    }

    /** The steps in {@code direction}, first to last. */
    public List<Step> steps(Direction direction) {
        return direction == Direction.UP ? rising : falling();
    }

    /** The first step in {@code direction} that moves on from {@code split}. */
    public int firstStepBeyond(Split split, Direction direction) {
        List<Step> steps = steps(direction);
        for (int i = 0; i < steps.size(); i++) {
            int order = steps.get(i).split().compareTo(split);
            if (direction == Direction.UP ? order > 0 : order < 0) {
                return i;
            }
        }
        return steps.size() - 1;
    }

    /** The plan with all its holds divided by {@code speed}, for a simulation whose waiting times are shortened. */
    public ShiftPlan shortened(double speed) {
        return new ShiftPlan(
                rising.stream().map(step -> new Step(step.split(), Durations.divide(step.hold(), speed))).toList());
    }

    private List<Step> falling() {
        List<Step> falling = new ArrayList<>();
        for (int i = rising.size() - 2; i >= 0; i--) {
            falling.add(rising.get(i));
        }
        falling.add(new Step(Split.ALL_LAMBDA, rising.getFirst().hold()));
        return List.copyOf(falling);
    }

    private static ShiftPlan growing(Split first, Duration hold, IntUnaryOperator next) {
        if (first.fargateBasisPoints() == 0) {
            throw new IllegalArgumentException("plan: begins with 0 % (expected: a first share above 0 %)");
        }
        List<Step> steps = new ArrayList<>();
        for (int share = first.fargateBasisPoints(); share < Split.WHOLE; share = next.applyAsInt(share)) {
            steps.add(new Step(new Split(share), hold));
        }
        steps.add(new Step(Split.ALL_FARGATE, hold));
        return new ShiftPlan(steps);
    }
}
