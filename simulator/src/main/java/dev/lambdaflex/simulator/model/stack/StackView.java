package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as DescribeStacks tells it.
 *
 * @param outputs    empty before CREATE_COMPLETE
 * @param lastEvent  the newest event
 * @param firstCause the earliest failure of a resource in the present operation that was not merely cancelled
 */
public record StackView(String id, String name, StackStatus status, String statusReason, Instant created,
        Map<String, String> outputs, StackEvent lastEvent, Optional<StackEvent> firstCause) {

    public StackView {
        outputs = Map.copyOf(outputs);
    }
}
