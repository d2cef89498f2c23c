package dev.lambdaflex.cli.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.EventLine;
import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;

/** Says on standard error how it goes: a line every five seconds, and each event of the app. */
final class Teller {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private final Optional<Chronicle> app;
    private Duration next = Duration.ZERO;

    Teller(Console console, Optional<Chronicle> app) {
        this.console = console;
        this.app = app;
    }

    void tell(Counts counts, Duration since) {
        events();
        if (since.compareTo(next) >= 0) {
            next = since.plus(BETWEEN_LINES);
            console.note("%s  %.0f requests/s, %d by lambda, %d by fargate, %d lost, %d wrong".formatted(
                    Durations.text(Duration.ofSeconds(since.toSeconds())), counts.rate(),
                    counts.tier(Tier.LAMBDA).requests(), counts.tier(Tier.FARGATE).requests(), counts.lost(),
                    counts.wrong()));
        }
    }

    void end() {
        events();
    }

    private void events() {
        try {
            for (Event event : app.isPresent() ? app.get().news() : List.<Event>of()) {
                console.note(EventLine.of(event).text(console.style()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
