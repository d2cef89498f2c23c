package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.simulator.load.TierCounts;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;

/** A report for people. */
final class ReportText {

    private ReportText() {}

    static List<String> of(Report report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(figures(report, style).lines());
        lines.addAll(calls(report, style).lines());
        report.violations().forEach(violation -> lines.add(style.red("  " + violation)));
        report.failed().stream().limit(10).forEach(trouble -> lines.add(style.red("  " + trouble)));
        report.indeterminate().stream().limit(10).forEach(trouble -> lines.add(style.yellow("  " + trouble)));
        lines.add("");
        lines.add(report.good()
                ? style.green("Good: %s in %s.".formatted(report.outcome().label(), Durations.text(report.length())))
                : style.red("Not good: %s (expected: %s, and 0 of everything else).".formatted(report.outcome().label(),
                        report.drill().expected().label())));
        return lines;
    }

    private static Table figures(Report report, Style style) {
        return new Table("  ").row("outcome", report.outcome().label(), "")
                .row("requests to lambda", count(report.counts().tier(Tier.LAMBDA).requests()),
                        latency(report.counts().tier(Tier.LAMBDA)))
                .row("requests to fargate", count(report.counts().tier(Tier.FARGATE).requests()),
                        latency(report.counts().tier(Tier.FARGATE)))
                .row("lost", zero(report.counts().lost(), style), "requests without a correct answer")
                .row("wrong answers", zero(report.counts().wrong(), style), "")
                .row("not sent", count(report.counts().notSent()), "due while this machine had too many in flight")
                .row("indeterminate", count(report.counts().indeterminate()), "not idempotent, in the part that failed")
                .row("invariant violations", zero(report.violations().size(), style), "")
                .row("resources left", zero(report.orphans(), style), "stacks, balancers, tasks, interfaces, processes")
                .row("idle cost", "$%.4f/h".formatted(report.idleAfter()),
                        "$%.4f/h before".formatted(report.idleBefore()))
                .row("steps", count(report.steps().size()), "moves of the state")
                .row("time", Durations.text(report.length()), timeline(report));
    }

    private static Table calls(Report report, Style style) {
        Table table = new Table("  ").row("calls of AWS's API", count(sum(report.calls())), "most in a second");
        new TreeMap<>(report.calls()).forEach((service, calls) -> table.row("  " + service, count(calls),
                busiest(report, service, style)));
        return table;
    }

    private static String busiest(Report report, String service, Style style) {
        String most = count(report.busiest().getOrDefault(service, 0));
        if (!service.equals(Report.ROUTE_53)) {
            return most;
        }
        String told = "%s of %d that Route 53 allows".formatted(most, Report.ROUTE_53_LIMIT);
        return report.isGentle() ? style.green(told) : style.red(told);
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String timeline(Report report) {
        return "to fargate after %s, back after %s".formatted(first(report, "resting-fargate"),
                last(report, "resting-lambda"));
    }

    private static String first(Report report, String phase) {
        return report.steps()
                .stream()
                .filter(step -> step.phase().equals(phase))
                .findFirst()
                .map(Report.Step::since)
                .map(Durations::text)
                .orElse("never");
    }

    private static String last(Report report, String phase) {
        return report.steps()
                .reversed()
                .stream()
                .filter(step -> step.phase().equals(phase))
                .findFirst()
                .map(Report.Step::since)
                .map(Durations::text)
                .orElse("never");
    }

    private static String latency(TierCounts counts) {
        return counts.requests() == 0 ? "" : "p50 %s, p99 %s".formatted(millis(counts.p50()), millis(counts.p99()));
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }

    private static String zero(long count, Style style) {
        return count == 0 ? style.green("0") : style.red(count(count));
    }

    private static String count(long count) {
        return "%,d".formatted(count).replace(',', ' ');
    }
}
