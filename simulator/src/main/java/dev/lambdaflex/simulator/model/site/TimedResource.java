package dev.lambdaflex.simulator.model.site;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.template.Value.Fields;

/** A resource that takes a drawn time to come and another to go. One that is removed while it comes never comes. */
final class TimedResource implements StackResource {

    private final String logicalId;
    private final Kind kind;
    private final Piece piece;
    private final Timeline timeline;
    private final RandomGenerator random;
    private Optional<Made> made = Optional.empty();
    private boolean removing;

    TimedResource(String logicalId, Kind kind, Piece piece, Timeline timeline, RandomGenerator random) {
        this.logicalId = logicalId;
        this.kind = kind;
        this.piece = piece;
        this.timeline = timeline;
        this.random = random;
    }

    @Override
    public void create(Fields properties, Completion completion) {
        Optional<String> refusal = kind.refusal(logicalId, properties).or(() -> piece.refuses().apply(properties));
        if (refusal.isPresent()) {
            completion.failed(refusal.get());
            return;
        }
        Made coming = piece.made().apply(properties);
        made = Optional.of(coming);
        completion.initiated(coming);
        timeline.after(piece.times().creation().draw(random), () -> {
            if (!removing) {
                piece.stands().accept(properties, coming);
                completion.succeeded(coming);
            }
        });
    }

    @Override
    public void update(Fields properties, Completion completion) {
        Optional<String> refusal = kind.refusal(logicalId, properties).or(() -> piece.refuses().apply(properties));
        if (refusal.isPresent()) {
            completion.failed(refusal.get());
            return;
        }
        Made standing = made.orElseThrow();
        timeline.after(piece.times().removal().draw(random), () -> completion.succeeded(standing));
    }

    @Override
    public void delete(Completion completion) {
        removing = true;
        if (made.isEmpty()) {
            completion.succeeded(new Made("", Map.of()));
            return;
        }
        Made going = made.get();
        timeline.after(piece.times().removal().draw(random), () -> {
            Optional<String> held = piece.holder().apply(going);
            if (held.isPresent()) {
                completion.failed(held.get());
                return;
            }
            piece.gone().accept(going);
            completion.succeeded(going);
        });
    }
}
