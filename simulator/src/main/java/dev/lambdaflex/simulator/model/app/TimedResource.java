package dev.lambdaflex.simulator.model.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * A resource that takes a drawn time to come and another to go.
 *
 * @param made    what happens when it is made
 * @param removed what happens when it is gone
 * @param holder  what keeps it from going, asked when it is about to; empty when nothing does
 */
record TimedResource(String logicalId, String type, String physicalId, Timeline timeline, Supplier<Duration> creation,
        Supplier<Duration> removal, Runnable made, Runnable removed,
        Supplier<Optional<String>> holder) implements StackResource {

    @Override
    public void create(Completion completion) {
        timeline.after(creation.get(), () -> {
            made.run();
            completion.succeeded(physicalId);
        });
    }

    @Override
    public void delete(Completion completion) {
        timeline.after(removal.get(), () -> {
            Optional<String> held = holder.get();
            if (held.isPresent()) {
                completion.failed(held.get());
                return;
            }
            removed.run();
            completion.succeeded(physicalId);
        });
    }
}
