package dev.lambdaflex.simulator.load;

import dev.lambdaflex.simulator.load.Outcome.Answered;
import dev.lambdaflex.simulator.load.Outcome.Indeterminate;
import dev.lambdaflex.simulator.load.Outcome.Lost;
import dev.lambdaflex.simulator.load.Outcome.Wrong;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.DecodeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules of the account. Lost is a request without a correct answer, save one that is not idempotent and had perhaps
 * reached the part that failed: that one is indeterminate. An answer with other content than it must have is wrong.
 *
 * <pre>
 *                                    GET      POST
 *   no connection                    lost     lost           it never left
 *   reset, cut, timeout after that   lost     indeterminate
 *   408, 429, other 5xx              lost     lost           it was refused, and whoever refused says so
 *   502, 503, 504 of a tier          lost     indeterminate
 *   502, 503, 504 of the edge alone  lost     lost           no tier was asked
 *   anything else unexpected         wrong    wrong
 * </pre>
 */
final class Judge {

    /** What the edge writes where a tier's name would be when no tier had a part in the answer. */
    private static final String EDGE = "edge";
    /** The edge's {@code reason} when it chose a tier but had no connection free to ask it. */
    private static final String BUSY = "busy";

    private Judge() {}

    static Outcome unsent(String reason) {
        return new Lost(OptionalInt.empty(), "connect: " + Brief.of(reason));
    }

    static Outcome broken(Call call, String reason) {
        return failed(call.idempotent(), OptionalInt.empty(), Brief.of(reason));
    }

    static Outcome of(Call call, Answer answer) {
        OptionalInt status = OptionalInt.of(answer.status());
        return switch (answer.status()) {
            case 502, 503, 504 -> failed(call.idempotent() || noTierAsked(answer), status, said(answer));
            case 408, 429 -> new Lost(status, said(answer));
            default -> answer.status() >= 500 ? new Lost(status, said(answer)) : content(call, answer, status);
        };
    }

    private static Outcome failed(boolean unharmed, OptionalInt status, String reason) {
        return unharmed ? new Lost(status, reason) : new Indeterminate(status, reason);
    }

    private static Outcome content(Call call, Answer answer, OptionalInt status) {
        if (answer.status() != call.status()) {
            return new Wrong(status, "%s (expected: status %d)".formatted(said(answer), call.status()));
        }
        Optional<Tier> tier = tier(answer);
        if (tier.isEmpty()) {
            String named = answer.servedBy() == null ? "absent" : Brief.of(answer.servedBy());
            return new Wrong(status, "%s: %s (expected: lambda or fargate)".formatted(Answer.TIER_HEADER, named));
        }
        Optional<String> mistake = call.mistake(answer.body(), tier.get());
        return mistake.isPresent() ? new Wrong(status, mistake.get()) : new Answered(tier.get());
    }

    private static Optional<Tier> tier(Answer answer) {
        return Arrays.stream(Tier.values()).filter(tier -> tier.label().equals(answer.servedBy())).findFirst();
    }

    private static boolean noTierAsked(Answer answer) {
        return EDGE.equals(answer.servedBy()) || BUSY.equals(edgeReason(answer));
    }

    private static String edgeReason(Answer answer) {
        try {
            return String.valueOf(answer.body().toJsonObject().getValue("reason"));
        } catch (DecodeException | ClassCastException notOfTheEdge) {
            return "";
        }
    }

    private static String said(Answer answer) {
        return "status %d from %s: %s".formatted(answer.status(), answer.servedBy(),
                Brief.of(answer.body().toString()));
    }
}
