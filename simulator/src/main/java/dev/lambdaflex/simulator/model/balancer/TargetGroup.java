package dev.lambdaflex.simulator.model.balancer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The targets behind a load balancer. They are checked one by one, each in its own rhythm, and chosen in turn. */
public final class TargetGroup {

    private final String fullName;
    private final BalancerSettings settings;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final Consumer<TargetGroup> checked;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private boolean attached;
    private long turn;

    /**
     * @param fullName {@code targetgroup/name/id}, the value of the TargetGroup dimension
     * @param checked  runs after each health check
     */
    public TargetGroup(String fullName, BalancerSettings settings, Timeline timeline, RandomGenerator random,
            Consumer<TargetGroup> checked) {
        this.fullName = fullName;
        this.settings = settings;
        this.timeline = timeline;
        this.random = random;
        this.checked = checked;
    }

    public String fullName() {
        return fullName;
    }

    public BalancerSettings settings() {
        return settings;
    }

    /** A group without a listener checks nothing and gets nothing: its targets are unused. */
    public void attach(boolean whether) {
        timeline.run(() -> attached = whether);
    }

    /** Registers a target; {@code answers} tells whether it answers its health path now, and must not block. */
    public void register(String targetId, BooleanSupplier answers) {
        timeline.run(() -> {
            Target target = new Target(targetId, answers, settings);
            targets.put(targetId, target);
            long interval = settings.checkInterval().toMillis();
            scheduleCheck(target, Duration.ofMillis(random.nextLong(interval) / 2 + 1));
        });
    }

    /** Takes no new request for the target; it is gone after the deregistration delay, when {@code gone} runs. */
    public void deregister(String targetId, Runnable gone) {
        timeline.run(() -> {
            Target target = targets.get(targetId);
            if (target == null) {
                gone.run();
                return;
            }
            target.drain();
            timeline.after(settings.deregistrationDelay(), () -> {
                targets.remove(targetId, target);
                gone.run();
            });
        });
    }

    /** DescribeTargetHealth. */
    public List<TargetHealth> health() {
        return timeline.call(() -> targets.values().stream().map(target -> target.health(attached)).toList());
    }

    public TargetHealth health(String targetId) {
        return timeline.call(() -> Optional.ofNullable(targets.get(targetId))
                .map(target -> target.health(attached))
                .orElse(new TargetHealth(targetId, TargetHealth.State.UNUSED, "Target.NotRegistered")));
    }

    public int count(TargetHealth.State state) {
        return timeline.call(() -> {
            int count = 0;
            for (Target target : targets.values()) {
                count += target.state(attached) == state ? 1 : 0;
            }
            return count;
        });
    }

    /** The target that the next request goes to: the healthy ones in turn, all when none is healthy, none when there is none. */
    public Optional<String> choose() {
        return timeline.call(() -> {
            List<Target> fit = inService();
            return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get((int) (turn++ % fit.size())).id());
        });
    }

    /** The targets that requests go to now. */
    public List<String> serving() {
        return timeline.call(() -> inService().stream().map(Target::id).toList());
    }

    private List<Target> inService() {
        if (!attached) {
            return List.of();
        }
        List<Target> registered = new ArrayList<>();
        List<Target> healthy = new ArrayList<>();
        for (Target target : targets.values()) {
            if (!target.draining()) {
                registered.add(target);
            }
            if (target.state() == TargetHealth.State.HEALTHY) {
                healthy.add(target);
            }
        }
        return healthy.isEmpty() ? registered : healthy;
    }

    private void scheduleCheck(Target target, Duration delay) {
        timeline.after(delay, () -> {
            boolean registered = targets.get(target.id()) == target && !target.draining();
            if (!registered) {
                return;
            }
            if (attached) {
                target.check();
                checked.accept(this);
            }
            if (targets.get(target.id()) == target) {
                scheduleCheck(target, settings.checkInterval());
            }
        });
    }
}
