package dev.lambdaflex.simulator.template;

import java.util.function.Function;
import java.util.function.Supplier;

/** What comes of something that a template may be wrong about. */
public sealed interface Checked<T> {

    /** It is right. */
    record Good<T>(T value) implements Checked<T> {}

    /** It is wrong, in AWS's words; AWS answers them as a ValidationError. */
    record Bad<T>(String message) implements Checked<T> {}

    /** The value, or the exception that {@code failure} makes of the message. */
    default T orThrow(Function<String, ? extends RuntimeException> failure) {
        return switch (this) {
            case Good<T>(T value) -> value;
            case Bad<T>(String message) -> throw failure.apply(message);
        };
    }

    static <T> Checked<T> of(Supplier<T> work) {
        try {
            return new Good<>(work.get());
        } catch (Refusal e) {
            return new Bad<>(e.text());
        }
    }
}
