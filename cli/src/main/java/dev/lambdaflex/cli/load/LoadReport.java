package dev.lambdaflex.cli.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Outcome;
import dev.lambdaflex.simulator.load.TierCounts;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What became of a load.
 *
 * @param ended whether it came to its end; false when the app did not make its round in time
 */
record LoadReport(Counts counts, boolean ended, Duration length) {

    /** Whether nothing was lost or wrong, and all was sent that was due. */
    boolean good() {
        return ended && counts.lost() == 0 && counts.wrong() == 0;
    }

    JsonObject json() {
        return new JsonObject().put("good", good())
                .put("ended", ended)
                .put("requests", new JsonObject().put("lambda", counts.tier(Tier.LAMBDA).requests())
                        .put("fargate", counts.tier(Tier.FARGATE).requests())
                        .put("sent", counts.sent())
                        .put("notSent", counts.notSent()))
                .put("lost", counts.lost())
                .put("wrong", counts.wrong())
                .put("indeterminate", counts.indeterminate())
                .put("troubles", new JsonArray(counts.troubles().stream().map(Object::toString).toList()))
                .put("latencyMillis", new JsonObject().put("lambda", latency(Tier.LAMBDA))
                        .put("fargate", latency(Tier.FARGATE)))
                .put("seconds", length.toMillis() / 1000.0);
    }

    List<String> text(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(new Table("  ").row("requests to lambda", Long.toString(counts.tier(Tier.LAMBDA).requests()),
                millis(Tier.LAMBDA))
                .row("requests to fargate", Long.toString(counts.tier(Tier.FARGATE).requests()), millis(Tier.FARGATE))
                .row("lost", zero(counts.lost(), style), "requests without a correct answer")
                .row("wrong answers", zero(counts.wrong(), style), "")
                .row("not sent", Long.toString(counts.notSent()), "due while this machine had too many in flight")
                .row("indeterminate", Long.toString(counts.indeterminate()),
                        "not idempotent, in the part that failed")
                .row("time", Durations.text(length), ended ? "" : "the app did not make its round")
                .lines());
        counts.troubles()
                .forEach(trouble -> lines.add(trouble.outcome() instanceof Outcome.Indeterminate
                        ? style.yellow("  " + trouble)
                        : style.red("  " + trouble)));
        lines.add("");
        lines.add(good() ? style.green("Good.") : style.red("Not good."));
        return lines;
    }

    private JsonObject latency(Tier tier) {
        TierCounts of = counts.tier(tier);
        return new JsonObject().put("p50", of.p50().toNanos() / 1e6).put("p99", of.p99().toNanos() / 1e6);
    }

    private String millis(Tier tier) {
        TierCounts of = counts.tier(tier);
        return of.requests() == 0
                ? ""
                : "p50 %.1f ms, p99 %.1f ms".formatted(of.p50().toNanos() / 1e6, of.p99().toNanos() / 1e6);
    }

    private static String zero(long count, Style style) {
        return count == 0 ? style.green("0") : style.red(Long.toString(count));
    }
}
