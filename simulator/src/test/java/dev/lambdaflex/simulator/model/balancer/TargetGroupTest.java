package dev.lambdaflex.simulator.model.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.balancer.LoadBalancer.Route;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

class TargetGroupTest {

    private static final BalancerSettings SETTINGS = BalancerSettings.defaults();

    private final VirtualClock clock = new VirtualClock();
    private final Timeline timeline = new Timeline(clock);
    private final Set<String> answering = new HashSet<>();
    private final TargetGroup group = new TargetGroup("targetgroup/test/1", SETTINGS, timeline,
            new Streams(1).of("group"), _ -> {});
    private final LoadBalancer balancer = new LoadBalancer("alb-1", "app/test/1", timeline);

    TargetGroupTest() {
        balancer.activate();
        balancer.forward(Optional.of(group));
    }

    @Test
    void aNewTargetIsHealthyAfterOneSuccess() {
        register("one", true);
        assertThat(group.health("one"))
                .isEqualTo(health("one", TargetHealth.State.INITIAL, "Elb.RegistrationInProgress"));
        pass(SETTINGS.checkInterval());
        assertThat(group.health("one")).isEqualTo(health("one", TargetHealth.State.HEALTHY, ""));
    }

    @Test
    void aHealthyTargetIsUnhealthyAfterTwoFailuresAndHealthyAgainAfterFiveSuccesses() {
        register("one", true);
        pass(SETTINGS.checkInterval());
        answering.remove("one");
        pass(SETTINGS.checkInterval());
        assertThat(state("one")).isEqualTo(TargetHealth.State.HEALTHY);
        pass(SETTINGS.checkInterval());
        assertThat(group.health("one"))
                .isEqualTo(health("one", TargetHealth.State.UNHEALTHY, "Target.FailedHealthChecks"));
        answering.add("one");
        pass(SETTINGS.checkInterval().multipliedBy(4));
        assertThat(state("one")).isEqualTo(TargetHealth.State.UNHEALTHY);
        pass(SETTINGS.checkInterval());
        assertThat(state("one")).isEqualTo(TargetHealth.State.HEALTHY);
    }

    @Test
    void aTargetThatNeverAnsweredIsInitialThenUnhealthy() {
        register("one", false);
        pass(SETTINGS.checkInterval());
        assertThat(group.health("one"))
                .isEqualTo(health("one", TargetHealth.State.INITIAL, "Elb.InitialHealthChecking"));
        pass(SETTINGS.checkInterval());
        assertThat(state("one")).isEqualTo(TargetHealth.State.UNHEALTHY);
    }

    @Test
    void aTargetDrainsForTheWholeDelayEvenWhenIdle() {
        register("one", true);
        pass(SETTINGS.checkInterval());
        AtomicBoolean gone = new AtomicBoolean();
        group.deregister("one", () -> gone.set(true));
        assertThat(group.health("one"))
                .isEqualTo(health("one", TargetHealth.State.DRAINING, "Target.DeregistrationInProgress"));
        assertThat(balancer.route()).isEqualTo(new Route.NoTarget());
        pass(SETTINGS.deregistrationDelay().minusSeconds(1));
        assertThat(gone).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(gone).isTrue();
        assertThat(group.health("one")).isEqualTo(health("one", TargetHealth.State.UNUSED, "Target.NotRegistered"));
    }

    @Test
    void aTargetOfAGroupWithoutListenerIsUnused() {
        balancer.forward(Optional.empty());
        register("one", true);
        pass(Duration.ofMinutes(5));
        assertThat(group.health("one")).isEqualTo(health("one", TargetHealth.State.UNUSED, "Target.NotInUse"));
    }

    @Test
    void healthyTargetsAreChosenInTurnAndOthersNotAtAll() {
        register("one", true);
        register("two", true);
        register("sick", false);
        pass(SETTINGS.checkInterval());
        assertThat(List.of(balancer.route(), balancer.route(), balancer.route(), balancer.route())).containsExactly(
                new Route.ToTarget("one"), new Route.ToTarget("two"), new Route.ToTarget("one"),
                new Route.ToTarget("two"));
    }

    @Test
    void whenNoTargetIsHealthyAllAreAsked() {
        register("one", false);
        register("two", false);
        pass(Duration.ofMinutes(2));
        assertThat(group.serving()).containsExactly("one", "two");
        assertThat(balancer.healthy()).as("in the sense of EvaluateTargetHealth").isFalse();
    }

    @Test
    void aBalancerWithoutTargetsIsUnhealthyAndAnswersItself() {
        assertThat(balancer.healthy()).isFalse();
        assertThat(balancer.route()).isEqualTo(new Route.NoTarget());
    }

    @Test
    void aDeletedBalancerTakesNoConnectionAndDoesNotComeBack() {
        balancer.delete();
        balancer.activate();
        assertThat(balancer.route()).isEqualTo(new Route.NoBalancer());
    }

    private void register(String id, boolean answers) {
        if (answers) {
            answering.add(id);
        }
        group.register(id, () -> answering.contains(id));
    }

    private TargetHealth.State state(String id) {
        return group.health(id).state();
    }

    private static TargetHealth health(String id, TargetHealth.State state, String reason) {
        return new TargetHealth(id, state, reason);
    }

    private void pass(Duration time) {
        clock.move(time);
        timeline.advance();
    }
}
