package dev.lambdaflex.weights.migration;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.gate.Capacity;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** What becomes of the verbs in each phase. Verbs only change the state; the next tick acts by it. */
final class VerbRules {

    private VerbRules() {}

    static Answer answer(Situation s, Request request) {
        return switch (request.verb()) {
            case Verb.Start start -> start(s, start, request);
            case Verb.Pause _ -> pause(s, request);
            case Verb.Resume _ -> resume(s);
            case Verb.Promote _ -> promote(s);
            case Verb.PromoteFull _ -> promoteFull(s);
            case Verb.StepBack _ -> stepBack(s);
            case Verb.Abort _ -> abort(s, request);
            case Verb.Retry _ -> retry(s);
            case Verb.SetWeights weights -> ManualWeightRules.answer(s, weights, request);
        };
    }

    private static Answer start(Situation s, Verb.Start start, Request request) {
        if (s.policy().frozen()) {
            return Answer.refused("start: the freeze switch is on, so nothing is started");
        }
        MigrationState started = s.state()
                .started(start.plan().orElse(s.policy().plan()), request.actor(), s.now())
                .with(Backoff.NONE);
        return start.to() == Tier.FARGATE ? startUp(s, started) : startDown(s, started);
    }

    private static Answer startUp(Situation s, MigrationState started) {
        return switch (s.state().phase()) {
            case Phase.Resting(Tier tier, _) when tier == Tier.LAMBDA ->
                new Answer.Accepted(started.at(new Phase.Provisioning(s.now())), "builds the Fargate tier");
            case Phase.Shifting(Direction direction, _, _, _, _, _) when direction == Direction.DOWN ->
                new Answer.Accepted(started.at(started.shiftOn(Direction.UP, s.now())), "turns round to fargate");
            case Phase.Quiescing _ ->
                new Answer.Accepted(started.at(Phase.Shifting.begin(Direction.UP, 0, s.now())),
                        "turns round to fargate");
            case Phase.Resting _ -> Answer.refused("start: fargate already serves everything");
            case Phase.Provisioning _,Phase.Verifying _,Phase.Shifting _,Phase.Baking _,Phase.TearingDown _,Phase.RollingBack _,Phase.RollbackFailed _,Phase.Held _ ->
                underWay(s, "start");
        };
    }

    private static Answer startDown(Situation s, MigrationState started) {
        if (!s.healthy(Tier.LAMBDA)) {
            return Answer.refused("start: lambda is not verified healthy now, so nothing is moved onto it");
        }
        return switch (s.state().phase()) {
            case Phase.Resting(Tier tier, _) when tier == Tier.FARGATE ->
                new Answer.Accepted(started.at(Phase.Shifting.begin(Direction.DOWN, 0, s.now())), "drains fargate");
            case Phase.Baking _ ->
                new Answer.Accepted(started.at(Phase.Shifting.begin(Direction.DOWN, 0, s.now())), "drains fargate");
            case Phase.Shifting(Direction direction, _, _, _, _, _) when direction == Direction.UP ->
                new Answer.Accepted(started.at(started.shiftOn(Direction.DOWN, s.now())), "turns round to lambda");
            case Phase.Resting _ -> Answer.refused("start: lambda already serves everything");
            case Phase.Provisioning _,Phase.Verifying _,Phase.Shifting _,Phase.Quiescing _,Phase.TearingDown _,Phase.RollingBack _,Phase.RollbackFailed _,Phase.Held _ ->
                underWay(s, "start");
        };
    }

    private static Answer pause(Situation s, Request request) {
        HoldReason paused = new HoldReason.Paused(request.actor(), request.reason());
        return switch (s.state().phase()) {
            case Phase.RollingBack _,Phase.RollbackFailed _ -> Answer.refused("pause: a rollback is not paused");
            case Phase.Held held when held.reason().byPerson() ->
                Answer.refused("pause: a person holds it already; resume ends that");
            case Phase.Held(HoldReason.Drifted _, _, _) ->
                Answer.refused("pause: it is held already, for somebody changed the records; resume ends that");
            case Phase.Held held ->
                new Answer.Accepted(s.state().at(new Phase.Held(paused, held.resumes(), s.now())), "paused");
            case Phase.Resting _,Phase.Provisioning _,Phase.Verifying _,Phase.Shifting _,Phase.Baking _,Phase.Quiescing _,Phase.TearingDown _ ->
                new Answer.Accepted(s.state().at(new Phase.Held(paused, s.state().phase(), s.now())), "paused");
        };
    }

    private static Answer resume(Situation s) {
        return s.state().phase() instanceof Phase.Held held
                ? new Answer.Accepted(s.state().at(Resumption.of(held, s)), "resumed")
                : Answer.refused("resume: nothing is held, the app is %s".formatted(s.label()));
    }

    private static Answer promote(Situation s) {
        if (s.policy().frozen()) {
            return Answer.refused("promote: the freeze switch is on, so nothing moves on");
        }
        return switch (s.state().phase().active()) {
            case Phase.Shifting shifting when !s.healthy(shifting.direction().receiver()) ->
                Answer.refused(
                        "promote: %s is not verified healthy now".formatted(shifting.direction().receiver().label()));
            case Phase.Shifting shifting -> new Answer.Accepted(s.state()
                    .at(new Phase.Shifting(shifting.direction(), shifting.step(), 0, 0, true,
                            s.now())),
                    "takes the step as passed once its change has settled");
            case Phase.Baking _ ->
                new Answer.Accepted(s.state().with(Backoff.NONE).at(new Phase.Resting(Tier.FARGATE, s.now())),
                        "ends the watch");
            case Phase.Resting _,Phase.Provisioning _,Phase.Verifying _,Phase.Quiescing _,Phase.TearingDown _,Phase.RollingBack _,Phase.RollbackFailed _,Phase.Held _ ->
                Answer.refused("promote: no step is under way, the app is %s".formatted(s.label()));
        };
    }

    private static Answer promoteFull(Situation s) {
        if (s.policy().frozen()) {
            return Answer.refused("promote-full: the freeze switch is on, so nothing moves on");
        }
        if (!(s.state().phase().active() instanceof Phase.Shifting shifting)) {
            return Answer.refused("promote-full: no step is under way, the app is %s".formatted(s.label()));
        }
        Tier receiver = shifting.direction().receiver();
        List<Step> steps = s.state().plan().steps(shifting.direction());
        Split all = steps.getLast().split();
        if (!s.healthy(receiver)) {
            return Answer.refused("promote-full: %s is not verified healthy now".formatted(receiver.label()));
        }
        if (!s.carries(receiver, all)) {
            return Answer.refused("promote-full: %s is not known to carry everything: %s".formatted(receiver.label(),
                    s.capacity(receiver, all).map(Capacity::sentence).orElse("it cannot be read")));
        }
        return new Answer.Accepted(s.state().at(Phase.Shifting.begin(shifting.direction(), steps.size() - 1, s.now())),
                "goes to the last step at once");
    }

    private static Answer stepBack(Situation s) {
        if (!(s.state().phase().active() instanceof Phase.Shifting shifting)) {
            return Answer.refused("step-back: no step is under way, the app is %s".formatted(s.label()));
        }
        if (shifting.step() == 0) {
            return Answer.refused("step-back: this is the first step; abort gives the migration up");
        }
        if (!s.healthy(shifting.direction().giver())) {
            return Answer.refused(
                    "step-back: %s is not verified healthy now".formatted(shifting.direction().giver().label()));
        }
        return new Answer.Accepted(
                s.state().at(Phase.Shifting.begin(shifting.direction(), shifting.step() - 1, s.now())),
                "goes back one step");
    }

    private static Answer abort(Situation s, Request request) {
        String cause = "aborted by " + request.actor()
                + (request.reason().isBlank() ? "" : " (" + request.reason() + ")");
        Situation failed = new Situation(s.state().with(s.state().backoff().failed()),
                s.seen(), s.policy(), s.now());
        return switch (s.state().phase().active()) {
            case Phase.Provisioning _,Phase.Verifying _ ->
                new Answer.Accepted(LeavingRules.tearDown(failed, cause).state(), "gives the Fargate tier up");
            case Phase.Shifting shifting -> back(s, shifting.direction().giver(), cause);
            case Phase.Baking _ -> back(s, Tier.LAMBDA, cause);
            case Phase.Quiescing _ -> back(s, Tier.FARGATE, cause);
            case Phase.Resting _,Phase.TearingDown _,Phase.RollingBack _,Phase.RollbackFailed _,Phase.Held _ ->
                Answer.refused("abort: there is nothing to give up, the app is %s".formatted(s.label()));
        };
    }

    private static Answer back(Situation s, Tier to, String cause) {
        return s.healthy(to)
                ? new Answer.Accepted(RollbackRules.begin(s, to, false, cause).state(), "goes back to " + to.label())
                : Answer.refused(
                        "abort: %s is not verified healthy now, so nothing is moved onto it".formatted(to.label()));
    }

    private static Answer retry(Situation s) {
        return switch (s.state().phase()) {
            case Phase.RollbackFailed failed -> new Answer.Accepted(s.state()
                    .at(new Phase.RollingBack(failed.to(), failed.split(), failed.way().atOnce(), failed.cause(),
                            s.now().minus(s.timing().rollbackStep()), s.now())),
                    "tries the rollback again");
            case Phase.Held(HoldReason.TeardownStuck _, _, _) ->
                new Answer.Accepted(s.state().at(Phase.TearingDown.begin(s.now(), s.now())), "tries the removal again");
            case Phase.Resting _ when s.state().backoff().lasts(s.now()) ->
                new Answer.Accepted(s.state().with(new Backoff(s.state().backoff().failures(), Optional.empty())),
                        "ends the back-off");
            case Phase.Resting _,Phase.Provisioning _,Phase.Verifying _,Phase.Shifting _,Phase.Baking _,Phase.Quiescing _,Phase.TearingDown _,Phase.RollingBack _,Phase.Held _ ->
                Answer.refused(
                        "retry: nothing failed that waits to be tried again, the app is %s".formatted(s.label()));
        };
    }

    private static Answer underWay(Situation s, String verb) {
        return Answer.refused(
                "%s: a migration is under way, the app is %s; abort or resume it first".formatted(verb, s.label()));
    }
}
