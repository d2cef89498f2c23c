package dev.lambdaflex.simulator.model.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.lambdaflex.simulator.model.stack.Member.State;
import dev.lambdaflex.simulator.template.Value.Fields;

/** Changes some resources of a stack, each after those that it depends on. */
final class StackChange {

    private final Stack stack;
    private final int operation;
    private final boolean mayFail;
    private final Map<String, Fields> left;
    private final Map<String, Fields> undo = new LinkedHashMap<>();
    private Runnable complete = () -> {};
    private BiConsumer<String, Map<String, Fields>> incomplete = (_, _) -> {};

    /** @param mayFail whether failures that are asked for happen here; they do not stand in the way of a rollback */
    StackChange(Stack stack, int operation, Map<String, Fields> wanted, boolean mayFail) {
        this.mayFail = mayFail;
        this.stack = stack;
        this.operation = operation;
        this.left = new LinkedHashMap<>(wanted);
    }

    /**
     * Begins.
     *
     * @param whenComplete   runs when all are changed
     * @param whenIncomplete runs when one cannot be, with the reason and what those that were touched were made of before
     */
    void run(Runnable whenComplete, BiConsumer<String, Map<String, Fields>> whenIncomplete) {
        complete = whenComplete;
        incomplete = whenIncomplete;
        next();
    }

    private void next() {
        for (Member member : List.copyOf(stack.members().all())) {
            Fields properties = left.get(member.logicalId());
            if (properties == null) {
                continue;
            }
            boolean ready = stack.members()
                    .needsOf(member, need -> !left.containsKey(need.logicalId()) && !need.is(State.UPDATING));
            if (ready && stack.listensTo(operation)) {
                left.remove(member.logicalId());
                change(member, properties);
            }
        }
        if (stack.listensTo(operation) && left.isEmpty() && !stack.members().any(State.UPDATING)) {
            Runnable once = complete;
            complete = () -> {};
            once.run();
        }
    }

    private void change(Member member, Fields properties) {
        undo.put(member.logicalId(), member.properties());
        member.properties(properties);
        member.state(State.UPDATING);
        stack.note(member, "UPDATE_IN_PROGRESS", "");
        Ending ending = new Ending(stack, operation, member) {
            @Override
            void done(StackResource.Made made) {
                member.state(State.STANDING);
                stack.note(member, "UPDATE_COMPLETE", "");
                next();
            }

            @Override
            void refused(String reason) {
                member.state(State.STANDING);
                stack.note(member, "UPDATE_FAILED", reason);
                for (Member other : stack.members().in(State.UPDATING)) {
                    other.state(State.STANDING);
                    stack.note(other, "UPDATE_FAILED", StackEvent.UPDATE_CANCELLED);
                }
                incomplete.accept("The following resource(s) failed to update: [%s]. ".formatted(member.logicalId()),
                        undo);
            }
        };
        if (mayFail && stack.failsUpdate(member)) {
            ending.failed(Stack.UNAVAILABLE);
        } else {
            member.work().update(properties, ending);
        }
    }
}
