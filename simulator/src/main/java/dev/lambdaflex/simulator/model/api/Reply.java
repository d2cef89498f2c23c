package dev.lambdaflex.simulator.model.api;

import java.util.function.Function;

/** What a call of the cloud's API gives back. */
public sealed interface Reply<T> {

    /** It was done. */
    record Given<T>(T value) implements Reply<T> {}

    /** It was refused, and nothing changed. */
    record Refused<T>(AwsError error) implements Reply<T> {}

    static <T> Reply<T> given(T value) {
        return new Given<>(value);
    }

    static <T> Reply<T> refused(AwsError error) {
        return new Refused<>(error);
    }

    static <T> Reply<T> refused(String code, String message) {
        return new Refused<>(AwsError.of(code, message));
    }

    /** The value, or the exception that {@code failure} makes of the refusal. */
    default T orThrow(Function<AwsError, ? extends RuntimeException> failure) {
        return switch (this) {
            case Given<T>(T value) -> value;
            case Refused<T>(AwsError error) -> throw failure.apply(error);
        };
    }
}
