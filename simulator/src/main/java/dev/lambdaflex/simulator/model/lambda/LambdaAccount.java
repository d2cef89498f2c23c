package dev.lambdaflex.simulator.model.lambda;

import java.util.Collection;
import java.util.List;

import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * The concurrency of the account and how its functions share it.
 *
 * <pre>
 *   |------------------------- limit of the account -------------------------|
 *   | reserved for a | reserved for b |   what the functions without share   |
 *                                     |----- 100 of it always stay -----|
 * </pre>
 */
public final class LambdaAccount {

    /** What AWS keeps for functions without a reservation. */
    private static final int KEPT_UNRESERVED = 100;

    private final Timeline timeline;
    private final List<LambdaFunction> functions;

    public LambdaAccount(Timeline timeline, Collection<LambdaFunction> functions) {
        this.timeline = timeline;
        this.functions = List.copyOf(functions);
    }

    public List<LambdaFunction> functions() {
        return functions;
    }

    /** ConcurrentExecutions: the settings of a function hold the account's limit. */
    public int limit() {
        return functions.stream().mapToInt(function -> function.settings().concurrencyLimit()).max().orElse(1_000);
    }

    /** UnreservedConcurrentExecutions. */
    public int unreserved() {
        return timeline.call(() -> Math.max(0, limit() - reserved()));
    }

    /** PutFunctionConcurrency. A smaller reservation than before is taken from what runs: that throttles. */
    public Reply<Integer> reserve(LambdaFunction function, int environments) {
        return timeline.call(() -> {
            int others = reserved() - function.reserved().orElse(0);
            if (environments > 0 && limit() - others - environments < KEPT_UNRESERVED) {
                return Reply.refused("InvalidParameterValueException",
                        "Specified ReservedConcurrentExecutions for function decreases account's "
                                + "UnreservedConcurrentExecution below its minimum value of [%d]."
                                        .formatted(KEPT_UNRESERVED));
            }
            function.reserve(environments);
            share();
            return Reply.given(environments);
        });
    }

    /** DeleteFunctionConcurrency. */
    public void release(LambdaFunction function) {
        timeline.run(() -> {
            function.share();
            share();
        });
    }

    private void share() {
        int left = unreserved();
        functions.forEach(function -> function.leave(left));
    }

    private int reserved() {
        return functions.stream().mapToInt(function -> function.reserved().orElse(0)).sum();
    }
}
