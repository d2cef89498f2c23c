package dev.lambdaflex.simulator.model.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.template.Template;

/**
 * A stack as DescribeStacks tells it.
 *
 * @param outputs    empty before CREATE_COMPLETE
 * @param lastEvent  the newest event
 * @param firstCause the earliest failure of a resource in the present operation that was not merely cancelled
 */
public record StackView(String id, String name, StackStatus status, String statusReason, Instant created,
        Map<String, String> outputs, StackEvent lastEvent, Optional<StackEvent> firstCause, Details details) {

    /** What is asked for less often. */
    public record Details(Template template, Map<String, String> parameters, Map<String, String> tags,
            Set<String> capabilities, OnFailure onFailure, Optional<Duration> timeout, Optional<Instant> updated,
            Optional<Instant> deleted, boolean isProtected) {}

    public StackView {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
