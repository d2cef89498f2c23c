package dev.lambdaflex.cli.verbs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.PlanText;

/** The steps of a plan with the present one marked: {@code 1 5 [10] 25 50 75 100 %, 2 min each}. */
record PlanLine(Style style) {

    String text(JsonObject plan) {
        Integer current = plan.getInteger("currentStep");
        // At rest the direction is that of the last migration, which says nothing about the next.
        List<JsonObject> steps = current == null ? rising(plan) : steps(plan);
        String shares = IntStream.range(0, steps.size())
                .mapToObj(i -> share(steps.get(i), i + 1, current == null ? 0 : current))
                .collect(Collectors.joining(" "));
        return shares + " %" + holds(steps);
    }

    private static List<JsonObject> steps(JsonObject plan) {
        return plan.getJsonArray("steps").stream().map(JsonObject.class::cast).toList();
    }

    private static List<JsonObject> rising(JsonObject plan) {
        return PlanText.parse(plan.getString("text"))
                .rising()
                .stream()
                .map(step -> new JsonObject()
                        .put("fargatePercent", BigDecimal.valueOf(step.split().fargateBasisPoints(), 2))
                        .put("hold", step.hold().toString()))
                .toList();
    }

    private String share(JsonObject step, int number, int current) {
        String share = new BigDecimal(step.getNumber("fargatePercent").toString()).stripTrailingZeros().toPlainString();
        if (number == current) {
            return style.bold("[" + share + "]");
        }
        return number < current ? style.green(share) : style.dim(share);
    }

    private static String holds(List<JsonObject> steps) {
        List<String> holds = steps.stream()
                .map(step -> Durations.text(Duration.parse(step.getString("hold"))))
                .distinct()
                .toList();
        return holds.size() == 1 ? ", " + holds.getFirst() + " each" : "";
    }
}
