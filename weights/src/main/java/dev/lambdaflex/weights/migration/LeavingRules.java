package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;

/** Fargate has no weight any more: it falls silent, its record goes, then the tier itself. */
final class LeavingRules {

    private static final int MOST_ATTEMPTS = 5;
    /** What blocks a removal, such as a network interface of a task, needs a while to go away by itself. */
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

    private LeavingRules() {}

    static Turn quiesce(Situation s, Phase.Quiescing quiescing) {
        if (s.broken(Tier.LAMBDA) && s.healthy(Tier.FARGATE)) {
            return RollbackRules.begin(s, Tier.FARGATE, true, "lambda is broken");
        }
        boolean neededAgain = s.automated() && s.state().backoff().failures() == 0
                && s.wished(Tier.FARGATE, Tier.LAMBDA)
                && s.healthy(Tier.FARGATE);
        if (neededAgain) {
            return Turn.to(s.state().at(Phase.Shifting.begin(Direction.UP, 0, s.now())),
                    "turns round: " + s.wish(Tier.LAMBDA).orElseThrow().reason());
        }
        if (s.policy().frozen()) {
            return Turn.to(s.state(), "frozen: the Fargate tier is kept");
        }
        if (!s.settled()) {
            return Turn.to(s.state(), "all on lambda: " + s.settling());
        }
        if (s.passed(quiescing.since(), s.timing().quietMost())) {
            return tearDown(s,
                    "waited " + Durations.text(s.timing().quietMost())
                            + " for the last to leave, the longest there is",
                    s.now());
        }
        return s.seen()
                .fargateQuiet()
                .map(window -> byTraffic(s, window, quiescing.since().plus(s.timing().quietMost())))
                .orElseGet(() -> Turn.to(s.state(), "all on lambda: whether fargate is still asked cannot be read"));
    }

    private static Turn byTraffic(Situation s, TierWindow window, Instant latest) {
        Optional<String> noise = noise(s, window);
        if (noise.isPresent()) {
            return Turn.to(s.state(), "all on lambda" + noise.get());
        }
        return tearDown(s, "fargate was not asked for " + Durations.text(window.length()), latest);
    }

    /** What speaks against Fargate being silent; empty when it was, and for as long as it must be. */
    private static Optional<String> noise(Situation s, TierWindow window) {
        Duration quiet = s.timing().quiet();
        if (window.requests() > 0) {
            return Optional.of(", but fargate was asked %d times in %s".formatted(window.requests(),
                    Durations.text(window.length())));
        }
        // Metrics that stopped coming leave a window that is too short, however long the silence lasts.
        return window.length().compareTo(quiet) < 0
                ? Optional.of(": fargate seen silent for %s of %s".formatted(Durations.text(window.length()),
                        Durations.text(quiet)))
                : Optional.empty();
    }

    /** Begins to remove a tier that serves nobody: from now on its record is not wanted any more. */
    static Turn tearDown(Situation s, String why) {
        return tearDown(s, why, s.now());
    }

    private static Turn tearDown(Situation s, String why, Instant spareTill) {
        MigrationState recordless = s.state().with(s.state().targets().withFargate(Optional.empty()));
        return Turn.to(recordless.at(Phase.TearingDown.begin(spareTill, s.now())), why);
    }

    static Turn remove(Situation s, Phase.TearingDown leaving) {
        Optional<FargateView> fargate = s.seen().fargate();
        if (!s.settled()) {
            return Turn.to(s.state(), "removes the Fargate record: " + s.settling());
        }
        if (fargate.isEmpty()) {
            return Turn.to(s.state(), "the Fargate tier cannot be seen while it is removed");
        }
        FargateView view = fargate.get();
        return switch (view.status()) {
            case ABSENT ->
                Turn.to(s.state().resting(Tier.LAMBDA, s.timing(), s.now()), "nothing of the Fargate tier is left");
            case READY -> stillAsked(s, leaving) ? spared(s) : ask(s, leaving, view);
            case BUILDING, FAILED -> ask(s, leaving, view);
            case REMOVING -> late(s, leaving)
                    ? again(s, leaving, view)
                    : Turn.to(s.state(), "removes the Fargate tier: " + view.detail());
            case REMOVE_FAILED -> again(s, leaving, view);
        };
    }

    /** Whether Fargate was asked, or may have been, so lately that somebody may still use it. */
    private static boolean stillAsked(Situation s, Phase.TearingDown leaving) {
        boolean spares = leaving.asked().isEmpty() && s.now().isBefore(leaving.spareTill());
        return spares && s.seen().fargateQuiet().filter(window -> noise(s, window).isEmpty()).isEmpty();
    }

    private static Turn spared(Situation s) {
        return Turn.to(s.state(), "its record is gone" + s.seen()
                .fargateQuiet()
                .flatMap(window -> noise(s, window))
                .orElse(": whether fargate is still asked cannot be read"));
    }

    private static Turn ask(Situation s, Phase.TearingDown leaving, FargateView view) {
        Phase.TearingDown asked = leaving.asked().isPresent()
                ? leaving
                : new Phase.TearingDown(leaving.attempt(), Optional.of(s.now()), leaving.spareTill(), leaving.since());
        if (late(s, asked)) {
            return again(s, asked, view);
        }
        return Turn.to(s.state().at(asked), "asks for the removal of the Fargate tier").doing(removal(s, asked));
    }

    private static Turn again(Situation s, Phase.TearingDown leaving, FargateView view) {
        Instant next = leaving.asked()
                .map(asked -> asked.plus(shorter(BETWEEN_ATTEMPTS, s.timing().teardownDeadline())))
                .orElse(s.now());
        if (s.now().isBefore(next)) {
            return Turn.to(s.state(),
                    "could not remove the Fargate tier (%s): tries again in %s".formatted(view.detail(), s.left(next)));
        }
        if (leaving.attempt() >= MOST_ATTEMPTS) {
            return Turn.to(s.state().at(new Phase.Held(new HoldReason.TeardownStuck(view.detail()), leaving, s.now())),
                    "could not remove the Fargate tier in %d attempts: %s".formatted(MOST_ATTEMPTS, view.detail()));
        }
        Phase.TearingDown retried = new Phase.TearingDown(leaving.attempt() + 1, Optional.of(s.now()),
                leaving.spareTill(),
                leaving.since());
        return Turn.to(s.state().at(retried), "asks again for the removal of the Fargate tier: " + view.detail())
                .doing(removal(s, retried));
    }

    private static Action removal(Situation s, Phase.TearingDown leaving) {
        return new Action.RemoveFargate(s.state().run() + "-remove-" + leaving.attempt());
    }

    private static boolean late(Situation s, Phase.TearingDown leaving) {
        return leaving.asked().filter(asked -> s.passed(asked, s.timing().teardownDeadline())).isPresent();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
