package dev.lambdaflex.weights.routing;

import static java.util.Objects.requireNonNull;

import dev.lambdaflex.weights.routing.Choice.Reason;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the tier of a request.
 *
 * <p>A share of 0 means different things for the two. Fargate without a share is not verified yet, or about to be removed:
 * it gets nothing, whatever happens. Lambda without a share is the hot standby that costs nothing while idle: it takes what
 * Fargate cannot.
 */
public final class Routing {

    private static final Map<Reason, Choice> TO_LAMBDA = choicesOf(Tier.LAMBDA);
    private static final Map<Reason, Choice> TO_FARGATE = choicesOf(Tier.FARGATE);
    private static final Choice NOWHERE = new Choice.Nowhere();

    private Routing() {}

    /**
     * The tier that gets the request; allocates nothing.
     *
     * @param override the tier that the request asked for, where the edge allows that; ignored when that tier has no share or
     *                 is not available
     * @param position where the request starts on the line of shares; see {@link ExactShare}
     */
    public static Choice decide(Split split, Availability lambda, Availability fargate, Optional<Tier> override,
            long position) {
        if (override.isPresent()) {
            Tier wanted = override.get();
            if (split.serves(wanted) && of(wanted, lambda, fargate) == Availability.AVAILABLE) {
                return choice(wanted, Reason.OVERRIDE);
            }
        }
        Tier due = ExactShare.tier(split, position);
        Availability dueIs = of(due, lambda, fargate);
        if (dueIs == Availability.AVAILABLE) {
            return choice(due, Reason.SPLIT);
        }
        Tier other = due.other();
        Availability otherIs = mayReceive(split, other) ? of(other, lambda, fargate) : Availability.ABSENT;
        if (otherIs == Availability.AVAILABLE) {
            return choice(other, Reason.SPILLOVER);
        }
        if (dueIs == Availability.EJECTED) {
            return choice(due, Reason.LAST_RESORT);
        }
        return otherIs == Availability.EJECTED ? choice(other, Reason.LAST_RESORT) : NOWHERE;
    }

    /** Whether {@code tier} may get a request at all, be it spilled over. */
    public static boolean mayReceive(Split split, Tier tier) {
        return tier == Tier.LAMBDA || split.serves(tier);
    }

    private static Availability of(Tier tier, Availability lambda, Availability fargate) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    private static Choice choice(Tier tier, Reason reason) {
        Map<Reason, Choice> choices = tier == Tier.LAMBDA ? TO_LAMBDA : TO_FARGATE;
        return requireNonNull(choices.get(reason));
    }

    private static Map<Reason, Choice> choicesOf(Tier tier) {
        Map<Reason, Choice> choices = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            choices.put(reason, new Choice.To(tier, reason));
        }
        return choices;
    }
}
