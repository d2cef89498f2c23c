package dev.lambdaflex.provisioner.reconcile.testing;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** A tick that changes the world, in a life of the app that is always the same: busy until it rests on Fargate, then quiet. */
public enum Scene {

    /** The tick that asks for the tier. */
    BUILD("fargate.build"),
    /** The tick that steps to 10 %. */
    STEP("zone.change"),
    /** The tick that asks for the removal. */
    REMOVAL("fargate.remove");

    private static final int MOST_TICKS = 10_000;

    private final String site;

    Scene(String site) {
        this.site = site;
    }

    /** The call that changes the world. */
    public String site() {
        return site;
    }

    /** Ticks {@code app} up to the tick before. */
    public void prepare(TestApp app, Reconciler reconciler) {
        for (int ticks = ticks(); ticks > 1; ticks--) {
            var _ = tick(app, reconciler);
        }
    }

    /** One tick of that life. */
    public Optional<Status> tick(TestApp app, Reconciler reconciler) {
        boolean arrived = app.store()
                .load(TestApp.SHOP)
                .filter(stored -> TestApp.restsOn(stored.state().phase(), Tier.FARGATE))
                .isPresent();
        if (arrived) {
            app.cloud().load(TestApp.QUIET);
        }
        return app.tick(reconciler);
    }

    private int ticks() {
        TestApp twin = busy();
        Reconciler reconciler = twin.reconciler("twin", Seam.none());
        for (int ticks = 1; ticks < MOST_TICKS; ticks++) {
            var _ = tick(twin, reconciler);
            if (over(twin)) {
                return ticks;
            }
        }
        throw new AssertionError("%s does not come".formatted(this));
    }

    private boolean over(TestApp app) {
        List<String> calls = app.cloud().fargate().calls();
        return switch (this) {
            case BUILD -> !calls.isEmpty();
            case STEP -> app.cloud().zone().split().equals(Split.ofPercent(10));
            case REMOVAL -> !calls.isEmpty() && calls.getLast().startsWith("remove");
        };
    }

    /** An app at the beginning of that life. */
    public static TestApp busy() {
        TestApp app = new TestApp();
        app.cloud().load(TestApp.BUSY);
        return app;
    }
}
