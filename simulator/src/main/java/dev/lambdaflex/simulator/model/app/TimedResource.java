package dev.lambdaflex.simulator.model.app;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.time.Timeline;

/** A resource that takes a drawn time to come and another to go. One that is removed while it comes never comes. */
final class TimedResource implements StackResource {

    /** How long a resource takes to come and to go. */
    record Times(DurationRange creation, DurationRange removal) {}

    /**
     * What a resource does to the rest of the tier.
     *
     * @param made    happens when it is made
     * @param removed happens when it is gone
     * @param holder  what keeps it from going, asked when it is about to; empty when nothing does
     */
    record Effects(Runnable made, Runnable removed, Supplier<Optional<String>> holder) {

        static final Effects NONE = new Effects(() -> {}, () -> {}, Optional::empty);
    }

    private final String logicalId;
    private final String type;
    private final String physicalId;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Times times;
    private final Effects effects;
    private boolean removing;

    TimedResource(String logicalId, String type, String physicalId, Timeline timeline, RandomGenerator random,
            Times times,
            Effects effects) {
        this.logicalId = logicalId;
        this.type = type;
        this.physicalId = physicalId;
        this.timeline = timeline;
        this.random = random;
        this.times = times;
        this.effects = effects;
    }

    @Override
    public String logicalId() {
        return logicalId;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public void create(Completion completion) {
        timeline.after(times.creation().draw(random), () -> {
            if (!removing) {
                effects.made().run();
                completion.succeeded(physicalId);
            }
        });
    }

    @Override
    public void delete(Completion completion) {
        removing = true;
        timeline.after(times.removal().draw(random), () -> {
            Optional<String> held = effects.holder().get();
            if (held.isPresent()) {
                completion.failed(held.get());
                return;
            }
            effects.removed().run();
            completion.succeeded(physicalId);
        });
    }
}
