package dev.lambdaflex.cli.up;

import java.time.Duration;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.EventLine;
import dev.lambdaflex.provisioner.reconcile.Apps;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.weights.migration.PhaseLabel;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** One line for each event and, on a terminal, one that is drawn over: what goes on at this moment. */
final class Progress {

    private static final int WIDEST = 150;
    private static final String ERASE = "\r\u001b[2K";

    private final Console console;
    private final Apps apps;
    private final String app;
    private long seen;
    private boolean drawn;

    Progress(Console console, Apps apps, String app) {
        this.console = console;
        this.apps = apps;
        this.app = app;
        this.seen = apps.events(app, 0, Integer.MAX_VALUE).stream().mapToLong(Event::seq).max().orElse(0);
    }

    /** Prints what is new and draws the present moment. */
    synchronized void show(Status status, Counts counts, Duration since) {
        events();
        draw("%s  %s  %s%s %5.0f req/s  %d lost  %s".formatted(Durations.text(since), bar(status),
                PhaseLabel.of(status.state().phase()), "",
                counts.rate(), counts.lost() + counts.wrong(), status.reason()));
    }

    /** Prints the events that are new. */
    synchronized void events() {
        for (Event event : apps.events(app, seen, 1_000)) {
            line(EventLine.of(event).text(console.style()));
            seen = event.seq();
        }
    }

    /** Something that the run itself does. */
    synchronized void note(String text) {
        line(console.style().yellow("--------  " + text));
    }

    /** Prints what is left and leaves the line that is drawn over. */
    synchronized void end() {
        events();
        draw("");
    }

    private String bar(Status status) {
        Split split = status.seen().records().flatMap(records -> records.split()).orElse(Split.ALL_LAMBDA);
        return console.style().bar((double) split.share(Tier.FARGATE) / Split.WHOLE, 10);
    }

    private void line(String text) {
        if (drawn) {
            draw("");
        }
        console.line(text);
    }

    private void draw(String text) {
        if (console.style().terminal()) {
            console.redraw(ERASE + (text.length() > WIDEST ? text.substring(0, WIDEST) : text));
            drawn = !text.isEmpty();
        }
    }
}
