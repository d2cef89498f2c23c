package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.service.TaskView;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.wire.WireRequest;

class ReplayTest {

    private static final int MOMENTS = 20;
    private static final List<Fault> FAULTS = List.of(Fault.CREATION_FAILS, Fault.REMOVAL_FAILS, Fault.NETWORK_HELD,
            Fault.FARGATE_SICK, Fault.LAMBDA_THROTTLED, Fault.METRICS_LATE);

    @TempDir
    private Path folder;
    private final VirtualClock wall = new VirtualClock();
    private final List<String> changes = new ArrayList<>();
    private int number;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSameCanBeReadBeforeAndAfterAtAnyMoment(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KeptWorld world = new KeptWorld(folder, wall, seed);
        for (int moment = 0; moment < MOMENTS; moment++) {
            live(world, random);
            Map<String, String> before = Look.at(world, changes);
            world = world.killedAndStarted();
            assertThat(Look.at(world, changes)).containsExactlyEntriesOf(before);
        }
        for (Fault fault : FAULTS) {
            world.fault(fault, false);
        }
        world.passUntil(world::settled);
        world.call("cloudformation", Requests.form("DeleteStack", Map.of("StackName", "lambdaflex-shop")));
        world.passUntil(world::settled);
        assertThat(world.truth().resources().left()).isZero();
        world.kill();
    }

    @Test
    void aStackThatIsBeingBuiltIsBuiltWhileNobodyIsThere() {
        KeptWorld world = new KeptWorld(folder, wall, 3);
        world.call("cloudformation", Requests.createStack("token-1", 3));
        world.passUntil(() -> world.truth().resources().tasks().size() == 3);
        wall.move(Duration.ofMinutes(10));
        KeptWorld next = world.killedAndStarted();
        assertThat(next.stackStatus()).isEqualTo("CREATE_COMPLETE");
        assertThat(next.truth().fargateHealthy()).isFalse();
        next.passUntil(() -> next.truth().fargateHealthy() && next.truth().resources().tasks().size() == 3);
        assertThat(next.call("cloudformation", Requests.createStack("token-1", 3)))
                .contains(next.cloud().stacks().alive().getFirst().id());
        next.kill();
    }

    @Test
    void aStackThatIsBeingRemovedIsRemovedWhileNobodyIsThere() {
        KeptWorld world = new KeptWorld(folder, wall, 4);
        world.call("cloudformation", Requests.createStack("token-1", 2));
        world.passUntil(world::settled);
        world.call("cloudformation", Requests.form("DeleteStack", Map.of("StackName", "lambdaflex-shop")));
        world.second();
        wall.move(Duration.ofMinutes(10));
        KeptWorld next = world.killedAndStarted();
        next.passUntil(next::settled);
        assertThat(next.truth().resources().left()).isZero();
        next.kill();
    }

    @Test
    void tasksThatDieWithTheCloudAreReplacedAndFailNoDeployment() {
        KeptWorld world = new KeptWorld(folder, wall, 5);
        world.call("cloudformation", Requests.createStack("token-1", 4));
        for (int deaths = 0; deaths < 3; deaths++) {
            KeptWorld running = world;
            int lost = 4 * deaths;
            running.passUntil(() -> stopped(running).size() == lost && running(running) == 4);
            world = running.killedAndStarted();
            assertThat(world.stackStatus()).isEqualTo("CREATE_IN_PROGRESS");
        }
        KeptWorld last = world;
        last.passUntil(last::settled);
        assertThat(last.stackStatus()).isEqualTo("CREATE_COMPLETE");
        assertThat(stopped(last)).hasSize(12)
                .allMatch(task -> task.stop().orElseThrow().code().word().equals("TerminationNotice"));
        last.kill();
    }

    /** Up to five minutes, with what callers do and what happens to tasks. */
    private void live(KeptWorld world, SplittableRandom random) {
        int seconds = 1 + random.nextInt(300);
        for (int second = 0; second < seconds; second++) {
            if (random.nextInt(12) == 0) {
                act(world, random);
            }
            world.second();
        }
    }

    private void act(KeptWorld world, SplittableRandom random) {
        String zone = world.cloud().zone().id();
        number++;
        switch (random.nextInt(30)) {
            case 0, 1, 2 -> call(world, "cloudformation", Requests.createStack("token-" + number,
                    1 + random.nextInt(3)));
            case 3, 17 -> call(world, "cloudformation", Requests.updateStack(1 + random.nextInt(3)));
            case 14 -> call(world, "cloudformation", Requests.form("DeleteStack",
                    Map.of("StackName", "lambdaflex-shop", "ClientRequestToken", "token-" + number)));
            case 4 -> call(world, "route53", Requests.change(zone, "UPSERT",
                    Requests.text("note-%d.example.test".formatted(random.nextInt(5)), "number " + number)));
            case 5, 6 -> world.truth()
                    .resources()
                    .balancers()
                    .forEach(name -> call(world, "route53", Requests.change(zone, "UPSERT", Requests.alias(
                            "shop.example.test", "fargate", random.nextInt(100), LoadBalancer.HOSTED_ZONE_ID, name))));
            case 7 -> call(world, "route53", Requests.route53("POST", "hostedzone", ("<CreateHostedZoneRequest>"
                    + "<Name>zone-%1$d.test</Name><CallerReference>%1$d</CallerReference></CreateHostedZoneRequest>")
                    .formatted(number)));
            case 8 -> call(world, "route53", Requests.route53("POST", "tags/hostedzone/" + zone,
                    "<ChangeTagsForResourceRequest><AddTags><Tag><Key>k%d</Key><Value>%d</Value></Tag></AddTags></ChangeTagsForResourceRequest>"
                            .formatted(random.nextInt(3), number)));
            case 9 -> call(world, "route53", Requests.route53("POST", "healthcheck",
                    ("<CreateHealthCheckRequest><CallerReference>%d</CallerReference><HealthCheckConfig><Type>HTTP</Type>"
                            + "<FullyQualifiedDomainName>shop.example.test</FullyQualifiedDomainName><Port>80</Port></HealthCheckConfig></CreateHealthCheckRequest>")
                            .formatted(number)));
            case 10 -> call(world, "lambda", random.nextBoolean()
                    ? Requests.rest("PUT", "/2017-10-31/functions/shop/concurrency",
                            "{\"ReservedConcurrentExecutions\":%d}".formatted(1 + random.nextInt(50)))
                    : Requests.rest("DELETE", "/2017-10-31/functions/shop/concurrency", ""));
            case 11 ->
                call(world, "ecs", Requests.ecs("UpdateService", "{'cluster':'%s','service':'%s','desiredCount':%d}"
                        .formatted(cluster(world), serviceName(world), random.nextInt(4))));
            case 12 -> world.truth()
                    .resources()
                    .tasks()
                    .stream()
                    .findFirst()
                    .ifPresent(task -> call(world, "ecs",
                            Requests.ecs("StopTask", "{'cluster':'%s','task':'%s'}".formatted(cluster(world), task))));
            case 13 -> world.truth().resources().tasks().forEach(world.processes()::crash);
            case 15 -> world.fault(FAULTS.get(random.nextInt(FAULTS.size())), true);
            default -> world.fault(FAULTS.get(random.nextInt(FAULTS.size())), false);
        }
    }

    private void call(KeptWorld world, String service, WireRequest request) {
        String answer = world.call(service, request);
        changes.addAll(KeptWorld.found("<Id>/change/(\\w+)</Id>", answer));
    }

    private static List<TaskView> stopped(KeptWorld world) {
        return service(world).stream()
                .flatMap(service -> service.tasks().stream())
                .filter(task -> task.lastStatus().equals("STOPPED"))
                .toList();
    }

    private static long running(KeptWorld world) {
        return service(world).map(FargateService::running).orElse(0);
    }

    private static String cluster(KeptWorld world) {
        List<String> arns = KeptWorld.found("\"(arn:[^\"]+)\"", world.call("ecs", Requests.ecs("ListClusters", "{}")));
        return arns.isEmpty() ? "none" : arns.getFirst();
    }

    private static String serviceName(KeptWorld world) {
        return service(world).map(FargateService::name).orElse("none");
    }

    private static Optional<FargateService> service(KeptWorld world) {
        return world.cloud().app("shop").fargate().map(FargateTierParts::service);
    }
}
