package dev.lambdaflex.simulator.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.service.VirtualTasks;
import dev.lambdaflex.simulator.model.stack.StackView;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.zone.ZoneSettings;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** A cloud of virtual time that keeps a journal; its "processes" are virtual tasks. */
final class KeptWorld {

    private final Path folder;
    private final VirtualClock wall;
    private final long seed;
    private final Journal journal;
    private final Cloud cloud;
    private final Keeping keeping;
    private final List<VirtualTasks> processes = new ArrayList<>();

    KeptWorld(Path folder, VirtualClock wall, long seed) {
        this.folder = folder;
        this.wall = wall;
        this.seed = seed;
        this.journal = Journal.in(folder, new Origin(seed, 1, TestCloud.SHOP, "example.test."), wall);
        try {
            this.cloud = Cloud.builder(journal.clock(), seed)
                    .settings(settings())
                    .app(TestCloud.quickShop())
                    .tasksFrom(made -> {
                        processes.add(new VirtualTasks(made.timeline(), made.streams(),
                                DurationRange.ofSeconds(2, 8), Duration.ofSeconds(2)));
                        return journal.tasks(processes.getFirst());
                    })
                    .build();
            this.keeping = journal.resume(cloud,
                    WireServices.all(cloud, Account.defaults(), Invokers.NONE));
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** The process is gone, and another one goes on with what it left. */
    KeptWorld killedAndStarted() {
        kill();
        return new KeptWorld(folder, wall, seed);
    }

    void kill() {
        journal.close();
    }

    Cloud cloud() {
        return cloud;
    }

    Keeping keeping() {
        return keeping;
    }

    AppTruth truth() {
        return cloud.truth(TestCloud.SHOP);
    }

    VirtualTasks processes() {
        return processes.getFirst();
    }

    void fault(Fault fault, boolean on) {
        keeping.fault(fault, on);
    }

    /** A second goes by, and the processes are looked at: whatever happened is in the journal now. */
    void second() {
        wall.move(Duration.ofSeconds(1));
        cloud.advance();
        keeping.look();
    }

    void passUntil(BooleanSupplier condition) {
        for (int seconds = 0; !condition.getAsBoolean(); seconds++) {
            if (seconds == 3_600) {
                throw new AssertionError("not within an hour");
            }
            second();
        }
    }

    /** The answer, or the refusal. */
    String call(String service, WireRequest request) {
        for (WireService one : keeping.services()) {
            if (one.signingName().equals(service)) {
                try {
                    return one.answer(request).body().toString();
                } catch (Refusal refusal) {
                    return refusal.error().toString();
                }
            }
        }
        throw new AssertionError("no service " + service);
    }

    boolean settled() {
        return cloud.stacks().alive().stream().noneMatch(stack -> stack.status().inProgress());
    }

    String stackStatus() {
        List<StackView> alive = cloud.stacks().alive();
        return alive.isEmpty() ? "" : alive.getFirst().status().name();
    }

    static List<String> found(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** Without Route 53's throttle, for every state is looked at whole. */
    private static CloudSettings settings() {
        CloudSettings aws = CloudSettings.defaults();
        ZoneSettings zone = new ZoneSettings(aws.zone().propagation(), aws.zone().intake(), aws.zone().aliasTtl(), 4,
                aws.zone().changesKept(), 100_000);
        return new CloudSettings("example.test.", zone, aws.metrics(), aws.prices(), aws.boot(), aws.exit());
    }
}
