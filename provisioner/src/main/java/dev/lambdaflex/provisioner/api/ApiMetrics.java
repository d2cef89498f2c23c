package dev.lambdaflex.provisioner.api;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** What Prometheus is told: each app as its last tick left it, what people asked for, and the requests of the API. */
final class ApiMetrics {

    private final PrometheusMeterRegistry registry;
    private final Clock clock;
    private final MultiGauge phase;
    private final MultiGauge wanted;
    private final MultiGauge live;
    private final MultiGauge failures;
    private final MultiGauge tickAge;

    ApiMetrics(PrometheusMeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        phase = gauge("lambdaflex.phase", "1 for the phase that the app is in");
        wanted = gauge("lambdaflex.split.wanted.ratio", "share of the tier that is wanted, 0 to 1");
        live = gauge("lambdaflex.split.live.ratio", "share of the tier by the records as they stand, 0 to 1");
        failures = gauge("lambdaflex.failures", "migrations that failed in a row");
        tickAge = gauge("lambdaflex.tick.age.seconds", "how long ago the last tick was");
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** The text that Prometheus reads. May take a while: not for the event loop. */
    String scrape(List<Status> apps) {
        List<MultiGauge.Row<?>> phases = new ArrayList<>();
        List<MultiGauge.Row<?>> wishes = new ArrayList<>();
        List<MultiGauge.Row<?>> lives = new ArrayList<>();
        List<MultiGauge.Row<?>> failed = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        for (Status status : apps) {
            Tags app = Tags.of("app", status.app());
            String present = PhaseNames.of(status.state().phase());
            PhaseNames.ALL.forEach(
                    name -> phases.add(MultiGauge.Row.of(app.and("phase", name), name.equals(present) ? 1 : 0)));
            shares(wishes, app, status.state().split());
            status.seen().records().flatMap(RecordSet::split).ifPresent(split -> shares(lives, app, split));
            failed.add(MultiGauge.Row.of(app, status.state().backoff().failures()));
            ages.add(MultiGauge.Row.of(app, Duration.between(status.at(), clock.instant()).toMillis() / 1000.0));
        }
        phase.register(phases, true);
        wanted.register(wishes, true);
        live.register(lives, true);
        failures.register(failed, true);
        tickAge.register(ages, true);
        return registry.scrape();
    }

    /** A person's request came to its outcome. */
    void decided(String app, Verb verb, Outcome outcome) {
        registry.counter("lambdaflex.requests", "app", app, "verb", verb.label(), "outcome",
                outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT)).increment();
    }

    /** The API answered a request. */
    void answered(String operation, int status, Duration took) {
        Timer.builder("lambdaflex.api.requests")
                .description("answers of the control API")
                .tag("operation", operation)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
    }

    private static void shares(List<MultiGauge.Row<?>> rows, Tags app, Split split) {
        for (Tier tier : Tier.values()) {
            rows.add(MultiGauge.Row.of(app.and("tier", tier.label()), (double) split.share(tier) / Split.WHOLE));
        }
    }
}
