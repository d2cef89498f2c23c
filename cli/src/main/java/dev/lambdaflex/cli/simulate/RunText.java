package dev.lambdaflex.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.simulator.virtual.RunResult;
import dev.lambdaflex.weights.plan.Durations;

/** A virtual run for people. */
final class RunText {

    private static final int SHOWN = 10;

    private RunText() {}

    static List<String> of(RunResult result, Style style) {
        List<String> lines = new ArrayList<>(figures(result, style).lines());
        result.violations().stream().limit(SHOWN).forEach(violation -> lines.add(style.red("  " + violation)));
        lines.add("");
        lines.add(result.good()
                ? style.green("Good: at rest on Lambda after %s, nothing left.".formatted(passed(result)))
                : style.red("Not good: %s, %s (expected: resting-lambda, and 0 violations and leftovers)."
                        .formatted(result.phase(), result.reason())));
        return lines;
    }

    private static Table figures(RunResult result, Style style) {
        return new Table("  ").row("virtual time", passed(result), count(result.ticks()) + " ticks")
                .row("requests to lambda", count(result.traffic().lambda()),
                        count(result.traffic().lambdaErrors()) + " errors")
                .row("requests to fargate", count(result.traffic().fargate()),
                        count(result.traffic().fargateErrors()) + " errors")
                .row("lost", count(result.traffic().lost()), "requests that found nobody")
                .row("migrations up", count(result.migrationsUp()), "")
                .row("migrations down", count(result.migrationsDown()), "")
                .row("rollbacks", count(result.rollbacks()), "")
                .row("restarts", count(result.restarts()), "of a reconciler that was killed")
                .row("invariant violations", zero(result.violations().size(), style), "")
                .row("resources left", zero(result.left(), style), "stacks, balancers, tasks, interfaces")
                .row("decisions", count(result.log().size()), result.logHash())
                .row("seed", Long.toString(result.seed()), "");
    }

    private static String passed(RunResult result) {
        return Durations.text(result.passed());
    }

    private static String zero(long count, Style style) {
        return count == 0 ? style.green("0") : style.red(count(count));
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }
}
