package dev.lambdaflex.provisioner.reconcile.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.FargateView.Status;

/** A tier that is built in six minutes and removed in five. The same token again is the same call. */
public final class FakeFargate implements FargateTier {

    private static final Duration BUILT_IN = Duration.ofMinutes(6);
    private static final Duration REMOVED_IN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final List<String> calls = new ArrayList<>();
    private Status status = Status.ABSENT;
    private Instant until = Instant.MIN;
    private String token = "";
    private int desired;
    private int builds;
    private boolean sick;
    private boolean away;

    FakeFargate(InstantSource clock) {
        this.clock = clock;
    }

    /** The calls that took effect, in order: {@code build lf-1-build 2}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** How many tiers were begun. */
    public int builds() {
        return builds;
    }

    /** All its tasks fail their health checks. */
    public void sick(boolean whether) {
        sick = whether;
    }

    /** The API answers 503 to everything. */
    public void away(boolean whether) {
        away = whether;
    }

    public String target() {
        return "alb-" + builds;
    }

    public boolean answers() {
        return settled() == Status.READY && !sick;
    }

    @Override
    public FargateView observe() {
        answer();
        Status now = settled();
        boolean ready = now == Status.READY;
        return new FargateView(now, ready ? Optional.of(target()) : Optional.empty(), answers() ? desired : 0,
                ready ? desired : 0, ready ? desired : 0, "detail");
    }

    @Override
    public void build(String newToken, int tasks) {
        answer();
        if (newToken.equals(token)) {
            return;
        }
        if (settled() != Status.ABSENT) {
            throw new CloudException("the stack exists already");
        }
        calls.add("build " + newToken + " " + tasks);
        builds++;
        desired = tasks;
        becomes(Status.BUILDING, newToken, BUILT_IN);
    }

    @Override
    public void scale(int tasks) {
        answer();
        calls.add("scale " + tasks);
        desired = tasks;
    }

    @Override
    public void remove(String newToken) {
        answer();
        if (newToken.equals(token)) {
            return;
        }
        calls.add("remove " + newToken);
        becomes(Status.REMOVING, newToken, REMOVED_IN);
    }

    private void becomes(Status next, String byToken, Duration time) {
        status = next;
        token = byToken;
        until = clock.instant().plus(time);
    }

    private Status settled() {
        if (!clock.instant().isBefore(until)) {
            status = switch (status) {
                case BUILDING -> Status.READY;
                case REMOVING -> Status.ABSENT;
                case ABSENT, READY, FAILED, REMOVE_FAILED -> status;
            };
        }
        return status;
    }

    private void answer() {
        if (away) {
            throw new CloudException("CloudFormation is unavailable");
        }
    }
}
