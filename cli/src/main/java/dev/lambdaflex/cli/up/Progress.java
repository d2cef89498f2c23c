package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.Optional;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.follow.Moment;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.EventLine;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.weights.plan.Durations;

/** One line for each event and, on a terminal, one that is drawn over: what goes on at this moment. */
final class Progress {

    private static final int WIDEST = 150;
    private static final String ERASE = "\r\u001b[2K";

    private final Console console;
    private final Chronicle chronicle;
    private boolean drawn;

    Progress(Console console, Chronicle chronicle) {
        this.console = console;
        this.chronicle = chronicle;
    }

    /** Prints what is new and draws the present moment. */
    synchronized void show(Optional<Moment> moment, Counts counts, Duration since) throws InterruptedException {
        events();
        String app = moment.map(this::text).orElse("the provisioner does not answer");
        draw("%s  %5.0f req/s  %d lost  %s".formatted(Durations.text(since), counts.rate(),
                counts.lost() + counts.wrong(), app));
    }

    /** Prints the events that are new. */
    synchronized void events() throws InterruptedException {
        for (Event event : chronicle.news()) {
            line(EventLine.of(event).text(console.style()));
        }
    }

    /** Something that the run itself does. */
    synchronized void note(String text) {
        line(console.style().yellow("--------  " + text));
    }

    /** Prints what is left and leaves the line that is drawn over. */
    synchronized void end() throws InterruptedException {
        events();
        draw("");
    }

    private String text(Moment moment) {
        return "%s  %s  %s".formatted(console.style().bar(moment.live().orElse(0.0) / 100, 10), moment.phase(),
                moment.reason());
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
