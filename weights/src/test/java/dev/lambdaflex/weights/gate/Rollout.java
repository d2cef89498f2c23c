package dev.lambdaflex.weights.gate;

import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.lambdaflex.weights.split.Tier;

/**
 * A rollout of ten steps that is looked at check by check while requests fail independently of each other at a known rate.
 * The verdicts are those of {@link ErrorGate}; two FAIL in a row or one HARD_FAIL roll back, as the migration counts them.
 *
 * @param errorRate the true rate of errors
 * @param perCheck  requests between two checks
 */
record Rollout(double errorRate, int perCheck) {

    private static final int STEPS = 10;
    private static final int FEWEST_CHECKS = 5;
    private static final int BAD_TICKS = 2;
    private static final double LIMIT = GateSettings.defaults().errorLimit();

    enum End {
        DONE, HELD, ROLLED_BACK
    }

    /** How it ended, after how many checks in all. */
    record Outcome(End end, int checks) {}

    /** By the gate; a step that neither passed nor failed by the deadline is held. */
    Outcome gated(int deadline, Optional<Rollout> control, RandomGenerator random) {
        int checks = 0;
        for (int step = 0; step < STEPS; step++) {
            Outcome outcome = step(deadline, control, random);
            checks += outcome.checks();
            if (outcome.end() != End.DONE) {
                return new Outcome(outcome.end(), checks);
            }
        }
        return new Outcome(End.DONE, checks);
    }

    /** The rule of others: each check alone against the limit, rolled back at the given number of breaches in all. */
    Outcome breaches(int tolerated, RandomGenerator random) {
        int breaches = 0;
        for (int check = 1; check <= STEPS * FEWEST_CHECKS; check++) {
            boolean breach = draw(random) > LIMIT * perCheck;
            breaches += breach ? 1 : 0;
            if (breaches == tolerated) {
                return new Outcome(End.ROLLED_BACK, check);
            }
        }
        return new Outcome(End.DONE, STEPS * FEWEST_CHECKS);
    }

    private Outcome step(int deadline, Optional<Rollout> control, RandomGenerator random) {
        long requests = 0;
        long errors = 0;
        long controlErrors = 0;
        int badTicks = 0;
        for (int check = 1; check <= deadline; check++) {
            requests += perCheck;
            errors += draw(random);
            controlErrors += control.isPresent() ? control.get().draw(random) : 0;
            Optional<TierWindow> other = control.isPresent()
                    ? Seen.errors(controlErrors, (long) check * control.get().perCheck())
                    : Seen.NOTHING;
            Verdict verdict = ErrorGate.judge(Tier.FARGATE, Seen.errors(errors, requests), other,
                    GateSettings.defaults()).verdict();
            badTicks = verdict == Verdict.FAIL ? badTicks + 1 : 0;
            if (verdict == Verdict.HARD_FAIL || badTicks == BAD_TICKS) {
                return new Outcome(End.ROLLED_BACK, check);
            }
            if (verdict == Verdict.PASS && check >= FEWEST_CHECKS) {
                return new Outcome(End.DONE, check);
            }
        }
        return new Outcome(End.HELD, deadline);
    }

    /** Errors among {@code perCheck} requests: binomial, drawn by the gaps between errors, which are few. */
    private int draw(RandomGenerator random) {
        int errors = 0;
        double perGap = Math.log1p(-errorRate);
        double at = Math.floor(Math.log(1 - random.nextDouble()) / perGap);
        while (at < perCheck) {
            errors++;
            at += 1 + Math.floor(Math.log(1 - random.nextDouble()) / perGap);
        }
        return errors;
    }
}
