package dev.lambdaflex.weights.plan;

import dev.lambdaflex.weights.split.Tier;

/** Which way traffic moves. */
public enum Direction {
    /** From Lambda to Fargate. */
    UP(Tier.FARGATE),
    /** From Fargate back to Lambda: the drain. */
    DOWN(Tier.LAMBDA);

    private final Tier receiver;

    Direction(Tier receiver) {
        this.receiver = receiver;
    }

    public static Direction towards(Tier tier) {
        return tier == Tier.FARGATE ? UP : DOWN;
    }

    /** The tier whose share rises. */
    public Tier receiver() {
        return receiver;
    }

    /** The tier whose share falls. */
    public Tier giver() {
        return receiver.other();
    }
}
