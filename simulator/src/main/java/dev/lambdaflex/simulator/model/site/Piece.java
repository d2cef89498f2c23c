package dev.lambdaflex.simulator.model.site;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.lambdaflex.simulator.model.stack.StackResource.Made;
import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.template.Value.Fields;

/**
 * What sets one resource apart from the others.
 *
 * @param made    its id and attributes, known from the start
 * @param refuses why it cannot be made of these properties; empty when it can
 * @param stands  happens when it stands
 * @param holder  what keeps it from going now; empty when nothing does
 * @param gone    happens when it is gone, also when it never stood
 */
record Piece(Times times, Function<Fields, Made> made, Function<Fields, Optional<String>> refuses,
        BiConsumer<Fields, Made> stands, Function<Made, Optional<String>> holder, Consumer<Made> gone) {

    /** How long it takes to come and to go. */
    record Times(DurationRange creation, DurationRange removal) {}

    static Piece of(Times times, Function<Fields, Made> made) {
        return new Piece(times, made, _ -> Optional.empty(), (_, _) -> {}, _ -> Optional.empty(), _ -> {});
    }

    Piece refusing(Function<Fields, Optional<String>> chosen) {
        return new Piece(times, made, chosen, stands, holder, gone);
    }

    Piece standing(BiConsumer<Fields, Made> chosen) {
        return new Piece(times, made, refuses, chosen, holder, gone);
    }

    Piece heldBy(Function<Made, Optional<String>> chosen) {
        return new Piece(times, made, refuses, stands, chosen, gone);
    }

    Piece going(Consumer<Made> chosen) {
        return new Piece(times, made, refuses, stands, holder, chosen);
    }
}
