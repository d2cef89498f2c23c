package dev.lambdaflex.simulator.model.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.balancer.BalancerSettings;

/** A cloud with one app, {@code shop}, under a virtual clock. */
public final class TestCloud {

    public static final String SHOP = "shop";

    private final VirtualClock clock = new VirtualClock();
    private final Cloud cloud;

    public TestCloud(long seed) {
        this(seed, builder -> builder.app(quickShop()));
    }

    public TestCloud(long seed, UnaryOperator<Cloud.Builder> made) {
        cloud = made.apply(Cloud.builder(clock, seed)).build();
    }

    /** The app with a balancer that drains in 30 s. */
    public static AppSettings quickShop() {
        return AppSettings.named(SHOP).with(BalancerSettings.quick());
    }

    public Cloud cloud() {
        return cloud;
    }

    public App shop() {
        return cloud.app(SHOP);
    }

    public AppTruth truth() {
        return cloud.truth(SHOP);
    }

    public Instant now() {
        return clock.instant();
    }

    public void fault(Fault fault, boolean on) {
        cloud.fault(SHOP, fault, on);
    }

    public TestCloud pass(Duration time) {
        clock.move(time);
        cloud.advance();
        return this;
    }

    public TestCloud passSeconds(long seconds) {
        return pass(Duration.ofSeconds(seconds));
    }

    /** Lets time pass by the second until {@code condition} holds, an hour at most. */
    public Duration passUntil(BooleanSupplier condition) {
        Instant start = now();
        for (int seconds = 0; !condition.getAsBoolean(); seconds++) {
            if (seconds == 3600) {
                throw new AssertionError("not within an hour");
            }
            passSeconds(1);
        }
        return Duration.between(start, now());
    }

    /** Builds the Fargate tier and waits until it stands. */
    public TestCloud withFargate(int tasks) {
        shop().build("build-1", tasks);
        passUntil(() -> !truth().resources().balancers().isEmpty() && truth().fargateHealthy()
                && cloud.stacks().alive().getFirst().status().name().equals("CREATE_COMPLETE"));
        return this;
    }
}
