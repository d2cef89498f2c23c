package dev.lambdaflex.simulator.model.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.testing.TestCloud;

class FargateServiceTest {

    private final List<VirtualTasks> runner = new ArrayList<>();
    private final TestCloud world = new TestCloud(11, builder -> builder.app(TestCloud.quickShop()).tasksFrom(cloud -> {
        runner.add(
                new VirtualTasks(cloud.timeline(), cloud.streams(), cloud.settings().boot(), cloud.settings().exit()));
        return runner.getFirst();
    }));

    @Test
    void aSteadyServiceHasAllItsTasksRunningAndHealthy() {
        FargateService service = steady(3);
        assertThat(service.running()).isEqualTo(3);
        assertThat(service.pending()).isZero();
        assertThat(healthy()).isEqualTo(3);
        assertThat(service.rollout()).isEqualTo(FargateService.Rollout.COMPLETED);
        assertThat(service.events().getFirst().message())
                .isEqualTo("(service %s) has reached a steady state.".formatted(service.name()));
    }

    @Test
    void scalingUpShowsPendingTasksFirst() {
        FargateService service = steady(2);
        service.scale(5);
        assertThat(service.desired()).isEqualTo(5);
        assertThat(service.running()).isEqualTo(2);
        assertThat(service.pending()).isEqualTo(3);
        Duration took = world.passUntil(() -> healthy() == 5);
        assertThat(took).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(120));
    }

    @Test
    void scalingDownDrainsBeforeItTerminates() {
        FargateService service = steady(3);
        service.scale(1);
        assertThat(service.running()).isEqualTo(1);
        assertThat(service.alive()).isEqualTo(3);
        world.passSeconds(29);
        assertThat(drains()).isEqualTo(2);
        assertThat(service.taskIds()).allMatch(service::answers, "still answers while it drains");
        world.passUntil(() -> service.alive() == 1);
        assertThat(healthy()).isEqualTo(1);
    }

    @Test
    void aTaskThatExitsIsReplaced() {
        FargateService service = steady(2);
        String crashed = service.taskIds().getFirst();
        runner.getFirst().crash(crashed);
        world.passSeconds(10);
        assertThat(service.pending()).isEqualTo(1);
        assertThat(service.events())
                .anySatisfy(event -> assertThat(event.message()).contains("Essential container in task exited"));
        world.passUntil(() -> healthy() == 2 && service.alive() == 2);
        assertThat(service.taskIds()).doesNotContain(crashed);
    }

    @Test
    void aTaskThatIgnoresTermIsKilledAfterTheStopTimeout() {
        FargateService service = steady(1);
        runner.getFirst().ignoreTerm(true);
        service.scale(0);
        Duration took = world.passUntil(() -> service.alive() == 0);
        assertThat(took).as("30 s of draining, 30 s of stop timeout, and the interface")
                .isBetween(Duration.ofSeconds(60),
                        Duration.ofSeconds(75));
    }

    @Test
    void tasksHoldNetworkInterfacesUntilTheyHaveStopped() {
        FargateService service = steady(2);
        assertThat(world.truth().resources().interfaces()).hasSize(3).contains("load balancer");
        service.scale(0);
        world.passUntil(() -> service.alive() == 0);
        assertThat(world.truth().resources().interfaces()).containsExactly("load balancer");
    }

    private FargateService steady(int tasks) {
        world.withFargate(tasks);
        return world.shop().fargate().orElseThrow().service();
    }

    private int healthy() {
        return count(TargetHealth.State.HEALTHY);
    }

    private int drains() {
        return count(TargetHealth.State.DRAINING);
    }

    private int count(TargetHealth.State state) {
        return world.shop().fargate().orElseThrow().group().count(state);
    }
}
