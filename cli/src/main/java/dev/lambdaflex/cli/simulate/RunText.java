package dev.lambdaflex.cli.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.simulator.virtual.FaultPlan;
import dev.lambdaflex.simulator.virtual.RunResult;
import dev.lambdaflex.weights.plan.Durations;

/** A virtual run for people. */
final class RunText {

    private static final int SHOWN = 10;

    private RunText() {}

    static List<String> of(RunResult result, Duration wall, Style style) {
        List<String> lines = new ArrayList<>(figures(result, wall, style).lines());
        lines.addAll(faults(result.faults()));
        result.violations().stream().limit(SHOWN).forEach(violation -> lines.add(style.red("  " + violation)));
        result.losses().incidents().forEach(incident -> lines.add(style.red("  " + incident)));
        lines.add("");
        lines.add(result.good()
                ? style.green("Good: at rest on Lambda after %s, nothing left.".formatted(passed(result)))
                : style.red(
                        "Not good: %s, %s (expected: resting-lambda, and 0 violations, avoidable losses and leftovers)."
                                .formatted(result.phase(), result.reason())));
        return lines;
    }

    private static Table figures(RunResult result, Duration wall, Style style) {
        return new Table("  ")
                .row("virtual time", passed(result), "%s ticks in %.2f s, seed %d".formatted(count(result.ticks()),
                        wall.toMillis() / 1000.0, result.seed()))
                .row("all on lambda", minutes(result.stay().lambda()), count(result.traffic().lambda()) + " requests")
                .row("all on fargate", minutes(result.stay().fargate()),
                        count(result.traffic().fargate()) + " requests")
                .row("shared by both", minutes(result.stay().both()), "")
                .row("fargate stood", minutes(result.stay().built()), cost(result))
                .row("migrations up", count(result.migrationsUp()),
                        count(result.builds()) + " builds of the Fargate tier")
                .row("migrations down", count(result.migrationsDown()), "")
                .row("rollbacks", count(result.rollbacks()), "")
                .row("crashes", count(result.restarts()),
                        count(result.lostCalls()) + " calls failed or lost their answer")
                .row("lost, avoidable", zero(result.losses().avoidable(), style),
                        "requests that a correct controller would have had served")
                .row("lost, unavoidable", count(result.losses().unavoidable()),
                        "no healthy tier, or no time to get to it yet")
                .row("invariant violations", zero(result.violations().size(), style),
                        "I1 to I9, at each write and tick")
                .row("resources left", zero(result.left(), style), "stacks, balancers, tasks, interfaces")
                .row("decisions", count(result.log().size()), "log " + result.logHash());
    }

    /** What requests cost is not modelled, so that no tier's whole price is told. */
    private static String cost(RunResult result) {
        Duration built = result.stay().built();
        if (built.isZero()) {
            return "cost nothing";
        }
        double allDay = result.stay().dollars() * result.passed().toMillis() / built.toMillis();
        return String.format(Locale.ROOT, "cost $%.2f without requests, $%.2f had it stood all the time",
                result.stay().dollars(), allDay);
    }

    private static List<String> faults(FaultPlan plan) {
        Table table = new Table("  ");
        plan.windows()
                .stream()
                .sorted(Comparator.comparing(FaultPlan.Window::from))
                .forEach(window -> table.row("fault " + window.fault().label(), "from " + clock(window.from()),
                        "for " + minutes(window.until().minus(window.from()))));
        return plan.windows().isEmpty() ? List.of() : table.lines();
    }

    private static String clock(Duration passed) {
        String time = String.format(Locale.ROOT, "%02d:%02d", passed.toHoursPart(), passed.toMinutesPart());
        return passed.toDays() == 0 ? time : "day %d %s".formatted(passed.toDays() + 1, time);
    }

    private static String minutes(Duration duration) {
        return Durations.text(Duration.ofMinutes(Math.round(duration.toSeconds() / 60.0)));
    }

    private static String passed(RunResult result) {
        return minutes(result.passed());
    }

    private static String zero(long count, Style style) {
        return count == 0 ? style.green("0") : style.red(count(count));
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }
}
