package dev.lambdaflex.cli.follow;

import java.util.Locale;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

/** An app as the control API tells it. */
public record Moment(JsonObject app) {

    /** The short name of the phase, the tier that it rests on included: {@code resting-lambda}. */
    public String phase() {
        JsonObject phase = phaseJson();
        String name = phase.getString("name");
        return name.equals("resting") ? "resting-" + phase.getString("tier").toLowerCase(Locale.ROOT) : name;
    }

    /** The step that it is on, from 1; 0 when it is on none. */
    public int step() {
        return Optional.ofNullable(phaseJson().getInteger("step")).orElse(0);
    }

    /** Fargate's wanted share in percent. */
    public double wanted() {
        return app.getJsonObject("weights").getJsonObject("wanted").getNumber("fargatePercent").doubleValue();
    }

    /** Fargate's share by the records, in percent; empty while they cannot be read. */
    public Optional<Double> live() {
        return Optional.ofNullable(app.getJsonObject("weights").getJsonObject("live"))
                .map(live -> live.getNumber("fargatePercent").doubleValue());
    }

    /** Whether the last change of the records is on all name servers. */
    public boolean inSync() {
        return app.getJsonObject("change").getValue("inSync") != null;
    }

    /** Migrations that failed in a row. */
    public int failures() {
        return app.getJsonObject("backoff").getInteger("failures");
    }

    public String reason() {
        return app.getString("reason");
    }

    private JsonObject phaseJson() {
        return app.getJsonObject("phase");
    }
}
