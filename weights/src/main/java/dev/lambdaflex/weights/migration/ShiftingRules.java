package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.gate.Verdict;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** One step of the way: settle, gather evidence, go on, wait, or go back. */
final class ShiftingRules {

    /** A FAIL counts when it is seen at this many ticks in a row. */
    static final int BAD_TICKS = 2;
    /** Metrics that cannot be read at this many ticks in a row hold the step. */
    static final int BLIND_TICKS = 5;

    private ShiftingRules() {}

    static Turn decide(Situation s, Phase.Shifting shifting) {
        Optional<Turn> reversed = reverse(s, shifting);
        return reversed.isPresent() ? reversed.get() : watch(s, shifting, !s.policy().frozen());
    }

    /**
     * What the evidence asks for.
     *
     * @param mayAdvance whether the step may end in the next; going back is always allowed
     */
    static Turn watch(Situation s, Phase.Shifting shifting, boolean mayAdvance) {
        Tier receiver = shifting.direction().receiver();
        boolean receiverMatters = s.live().serves(receiver) || s.vanished(receiver);
        if (s.broken(receiver.other()) && s.healthy(receiver) && s.live().serves(receiver.other())) {
            return RollbackRules.begin(s, receiver, true, receiver.other().label() + " is broken");
        }
        if (s.broken(receiver) && receiverMatters) {
            return RollbackRules.away(s, receiver, true, receiver.label() + " is broken");
        }
        if (!s.settled()) {
            return waiting(s, shifting, s.settling(), mayAdvance);
        }
        GateReport gates = s.judge(receiver, next(s, shifting).split());
        return byVerdict(s, shifting, gates, mayAdvance).seeing(gates);
    }

    private static Turn byVerdict(Situation s, Phase.Shifting shifting, GateReport gates, boolean mayAdvance) {
        Tier receiver = shifting.direction().receiver();
        Verdict verdict = gates.verdict();
        boolean promoted = shifting.promoted() && verdict.compareTo(Verdict.FAIL) < 0;
        if (promoted && mayAdvance) {
            return advance(s, shifting, "promoted by a person");
        }
        return switch (verdict) {
            case HARD_FAIL -> RollbackRules.away(s, receiver, true, gates.sentence());
            case FAIL -> failing(s, shifting, gates);
            case ERROR -> blind(s, shifting, gates);
            case INCONCLUSIVE -> outOfReach(s, shifting, gates)
                    ? passing(s, counted(shifting, 0, 0), gates, mayAdvance)
                    : waiting(s, counted(shifting, 0, 0), gates.sentence(), mayAdvance);
            case PASS -> passing(s, counted(shifting, 0, 0), gates, mayAdvance);
        };
    }

    /**
     * A drain of a service that hardly anybody asks would wait for evidence that cannot come. When the minimum would not
     * arrive within the step's deadline, a healthy receiver with capacity is enough: so little traffic risks little, and
     * waiting costs money for ever. On the way up such a step is held instead.
     */
    private static boolean outOfReach(Situation s, Phase.Shifting shifting, GateReport gates) {
        double share = (double) step(s, shifting).split().share(Tier.LAMBDA) / Split.WHOLE;
        double reachable = s.peak() * share * s.timing().stepDeadline().toSeconds();
        return shifting.direction() == Direction.DOWN && s.seen().demand().isPresent()
                && reachable < s.policy().gates().minimumRequests()
                && gates.passesWithoutTraffic();
    }

    private static Turn failing(Situation s, Phase.Shifting shifting, GateReport gates) {
        Phase.Shifting counted = counted(shifting, Math.min(BAD_TICKS, shifting.badTicks() + 1), 0);
        if (counted.badTicks() >= BAD_TICKS) {
            return RollbackRules.away(s.in(counted), shifting.direction().receiver(), false, gates.sentence());
        }
        return Turn.to(s.state().at(counted), describe(s, shifting) + gates.sentence() + ", to be confirmed");
    }

    private static Turn blind(Situation s, Phase.Shifting shifting, GateReport gates) {
        Phase.Shifting counted = counted(shifting, shifting.badTicks(),
                Math.min(BLIND_TICKS, shifting.blindTicks() + 1));
        if (counted.blindTicks() >= BLIND_TICKS) {
            return Turn.to(s.state().at(new Phase.Held(new HoldReason.Blind(), counted, s.now())),
                    describe(s, shifting) + "held, for metrics cannot be read");
        }
        return Turn.to(s.state().at(counted), describe(s, shifting) + gates.sentence());
    }

    private static Turn passing(Situation s, Phase.Shifting shifting, GateReport gates, boolean mayAdvance) {
        Instant heldUntil = s.settledAt().orElseThrow().plus(step(s, shifting).hold());
        if (s.now().isBefore(heldUntil)) {
            return Turn.to(s.state().at(shifting),
                    describe(s, shifting) + "good so far, held for " + s.left(heldUntil));
        }
        if (!mayAdvance) {
            return Turn.to(s.state().at(shifting), describe(s, shifting) + "passed, but may not go on");
        }
        return advance(s, shifting, gates.sentence());
    }

    private static Turn waiting(Situation s, Phase.Shifting shifting, String sentence, boolean mayHold) {
        boolean late = mayHold && s.passed(shifting.since(), s.timing().stepDeadline());
        if (late) {
            return Turn.to(s.state().at(new Phase.Held(new HoldReason.Inconclusive(), shifting, s.now())),
                    describe(s, shifting) + "held, for " + Durations.text(s.timing().stepDeadline())
                            + " were not enough: " + sentence);
        }
        return Turn.to(s.state().at(shifting), describe(s, shifting) + sentence)
                .doing(s.scaleFor(next(s, shifting).split()));
    }

    private static Turn advance(Situation s, Phase.Shifting shifting, String evidence) {
        List<Step> steps = s.state().plan().steps(shifting.direction());
        boolean last = shifting.step() == steps.size() - 1;
        if (!last) {
            Step next = steps.get(shifting.step() + 1);
            return Turn.to(s.state().at(Phase.Shifting.begin(shifting.direction(), shifting.step() + 1, s.now())),
                    "goes on to %s: %s".formatted(next.split(), evidence)).doing(s.scaleFor(next.split()));
        }
        return switch (shifting.direction()) {
            case UP -> Turn.to(s.state().at(new Phase.Baking(0, s.now())), "all on fargate, now watched: " + evidence);
            case DOWN -> Turn.to(s.state().with(Backoff.NONE).at(new Phase.Quiescing(s.now())),
                    "all on lambda, fargate must fall silent: " + evidence);
        };
    }

    private static Optional<Turn> reverse(Situation s, Phase.Shifting shifting) {
        Direction direction = shifting.direction();
        Tier present = direction.receiver();
        boolean turned = s.automated() && s.wished(present.other(), present) && s.healthy(present.other());
        if (!turned) {
            return Optional.empty();
        }
        Direction back = Direction.towards(present.other());
        return Optional.of(Turn.to(s.state().at(s.state().shiftOn(back, s.now())),
                "turns round: " + s.wish(present).orElseThrow().reason()));
    }

    /** The step whose share the receiver must be able to carry before this one ends: the next, or the last itself. */
    private static Step next(Situation s, Phase.Shifting shifting) {
        List<Step> steps = s.state().plan().steps(shifting.direction());
        return steps.get(Math.min(shifting.step() + 1, steps.size() - 1));
    }

    private static Step step(Situation s, Phase.Shifting shifting) {
        return s.state().plan().steps(shifting.direction()).get(shifting.step());
    }

    private static Phase.Shifting counted(Phase.Shifting shifting, int badTicks, int blindTicks) {
        return new Phase.Shifting(shifting.direction(), shifting.step(), badTicks, blindTicks, shifting.promoted(),
                shifting.since());
    }

    private static String describe(Situation s, Phase.Shifting shifting) {
        List<Step> steps = s.state().plan().steps(shifting.direction());
        Split split = steps.get(shifting.step()).split();
        return "step %d/%d at %s: ".formatted(shifting.step() + 1, steps.size(), split.percent(Tier.FARGATE));
    }
}
