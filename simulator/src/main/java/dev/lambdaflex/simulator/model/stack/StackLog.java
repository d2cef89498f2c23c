package dev.lambdaflex.simulator.model.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The events of one stack. */
final class StackLog {

    private static final String STACK = "AWS::CloudFormation::Stack";

    private final String stackName;
    private final String stackId;
    private final Timeline timeline;
    private final List<StackEvent> events = new ArrayList<>();

    StackLog(String stackName, String stackId, Timeline timeline) {
        this.stackName = stackName;
        this.stackId = stackId;
        this.timeline = timeline;
    }

    void stack(StackStatus status, String reason, String token) {
        events.add(
                new StackEvent(events.size(), timeline.now(), stackName, stackId, STACK, status.name(), reason, token));
    }

    void resource(Member member, String status, String reason, String token) {
        member.noted(status, reason, timeline.now());
        events.add(new StackEvent(events.size(), timeline.now(), member.logicalId(), member.physicalId(),
                member.resource().type(), status, reason, token));
    }

    StackEvent last() {
        return events.getLast();
    }

    Optional<StackEvent> firstCause(int since) {
        return events.stream().skip(since).filter(StackEvent::isCauseOfFailure).findFirst();
    }

    int size() {
        return events.size();
    }

    List<StackEvent> newestFirst() {
        return List.copyOf(events.reversed());
    }
}
