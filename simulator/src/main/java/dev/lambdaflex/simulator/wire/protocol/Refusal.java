package dev.lambdaflex.simulator.wire.protocol;

import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;

/**
 * A request is refused while it is read. An exception, for it ends the reading of a tree at any depth; the server catches it in
 * one place and words it by the request's protocol.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient AwsError error;

    public Refusal(AwsError error) {
        super(error.toString(), null, false, false);
        this.error = error;
    }

    public static Refusal of(String code, String message) {
        return new Refusal(AwsError.of(code, message));
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(AwsError.of(status, code, message));
    }

    /** What AWS would answer but the cloud does not play. 501 is a status that no SDK tries again. */
    public static Refusal notPlayed(String service, String what) {
        return of(501, "NotImplemented", "the cloud does not play %s %s".formatted(service, what));
    }

    /** The value of {@code reply}, or its refusal thrown. */
    public static <T> T given(Reply<T> reply) {
        return reply.orThrow(Refusal::new);
    }

    /** What {@code answer} gives, as a call that passes the door of {@code service}; its refusal is thrown. */
    public static <T> T behind(Doors doors, Service service, Supplier<T> answer) {
        return given(doors.pass(service, () -> Reply.given(answer.get())));
    }

    public AwsError error() {
        return error;
    }
}
