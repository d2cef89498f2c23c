package dev.lambdaflex.provisioner.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.vertx.core.Vertx;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Event.Kind;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.split.Tier;

/** Serves the page over made-up apps, to look at it: the argument is the port. */
final class PageDemo {

    private PageDemo() {}

    public static void main(String[] arguments) {
        Instant now = Instant.now();
        FakeApps apps = new FakeApps().with("pets", FakeApps.SHIFTING)
                .with("<img src=x onerror=alert(1)>", new Phase.Resting(Tier.LAMBDA, now))
                .with("shop", new Phase.RollingBack(Tier.LAMBDA, FakeApps.seen()
                        .records()
                        .flatMap(r -> r.split())
                        .orElseThrow(), false, "error bound 3.1 % > 1 %", now, now));
        int[][] moves = {{0, 0}, {0, 0}, {0, 100}, {100, 500}, {500, 1_000}, {1_000, 500}, {500, 1_000},
                {1_000, 2_500}};
        for (int i = 0; i < moves.length; i++) {
            apps.happened(new Event(0, now.minus(Duration.ofMinutes(3L * (moves.length - i))), "pets",
                    i == 0 ? Kind.REQUEST : i == 5 ? Kind.FAILURE : Kind.TRANSITION,
                    i == 0 ? "operator" : MigrationState.AUTOMATION, i < 2 ? "provisioning" : "shifting-up",
                    moves[i][0],
                    moves[i][1], i == 0
                            ? "start towards fargate: sale begins at noon"
                            : "from %d to %d basis points, for all gates pass".formatted(moves[i][0], moves[i][1])));
        }
        Optional<String> port = arguments.length > 0 ? Optional.of(arguments[0]) : Optional.empty();
        Vertx vertx = Vertx.vertx();
        ControlApi
                .start(vertx, ApiConfig.local(port.map(Integer::parseInt).orElse(0), Token.of(ApiTestBase.SECRET)),
                        apps)
                .onSuccess(
                        api -> System.out.println("http://localhost:" + api.port() + "/ token " + ApiTestBase.SECRET))
                .onFailure(cause -> {
                    System.err.println(cause.getMessage());
                    vertx.close().onFailure(_ -> {});
                });
    }
}
