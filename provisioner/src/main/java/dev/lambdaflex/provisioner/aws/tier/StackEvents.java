package dev.lambdaflex.provisioner.aws.tier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What the events of a stack say to a person: how far it is, and what a failure began with. */
final class StackEvents {

    private static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    private StackEvents() {}

    /**
     * The first cause of a failure, else the last thing that happened. One operation's events follow each other up to the
     * stack's own first one; what failed only because something else had is no cause.
     *
     * @param events newest first
     */
    static String sentence(Stack stack, List<StackEvent> events) {
        List<StackEvent> operation = lastOperation(events);
        return firstCause(operation).or(() -> operation.stream().findFirst())
                .map(StackEvents::sentence)
                .orElseGet(() -> reason(stack));
    }

    /** What failed in the last operation, as it was called in the template; for a removal: what did not want to go. */
    static List<String> failedResources(List<StackEvent> events) {
        return lastOperation(events).stream()
                .filter(StackEvents::isCause)
                .map(event -> "%s (%s)".formatted(event.logicalResourceId(), event.physicalResourceId()))
                .distinct()
                .toList();
    }

    private static Optional<StackEvent> firstCause(List<StackEvent> newestFirst) {
        return newestFirst.reversed().stream().filter(StackEvents::isCause).findFirst();
    }

    private static boolean isCause(StackEvent event) {
        return event.resourceStatusAsString().endsWith("_FAILED") && !STACK_TYPE.equals(event.resourceType())
                && !String.valueOf(event.resourceStatusReason()).contains("cancelled");
    }

    private static List<StackEvent> lastOperation(List<StackEvent> newestFirst) {
        String token = newestFirst.isEmpty() ? null : newestFirst.getFirst().clientRequestToken();
        return newestFirst.stream().takeWhile(event -> Objects.equals(event.clientRequestToken(), token)).toList();
    }

    private static String sentence(StackEvent event) {
        String what = event.logicalResourceId() + " " + event.resourceStatusAsString();
        return event.resourceStatusReason() == null ? what : what + ": " + event.resourceStatusReason();
    }

    private static String reason(Stack stack) {
        return stack.stackStatusReason() == null ? stack.stackStatusAsString() : stack.stackStatusReason();
    }
}
