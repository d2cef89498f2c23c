package dev.lambdaflex.cli.config;

import java.util.regex.Pattern;

import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.migration.DriftPolicy;
import dev.lambdaflex.weights.migration.Environments;
import dev.lambdaflex.weights.migration.Fleet;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;

/**
 * One app.
 *
 * @param name       how it is called in the API, in events and on the command line
 * @param host       the name in the zone that its clients look up
 * @param plan       the plan of migrations that automation starts
 * @param gates      the limits that a tier is held to
 * @param timing     how long things may and must take
 * @param thresholds when to move
 * @param fleet      how large Fargate is
 * @param environments how large Lambda is
 * @param drift      what becomes of records that somebody else changed
 * @param frozen     nothing is started and nothing moves on
 */
public record AppConfig(String name, String host, ShiftPlan plan, GateSettings gates, Timing timing,
        ThresholdTierPolicy thresholds, Fleet fleet, Environments environments, DriftPolicy drift, boolean frozen) {

    // The names of stacks, functions and balancers are made from it, and the narrowest of them takes 32 characters.
    private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]{0,22}[a-z0-9])?");
    private static final Pattern HOST = Pattern
            .compile("(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public AppConfig {
        require(NAME, "name", name, "1 to 24 of a-z, 0-9 and -, a letter first, no - last");
        require(HOST, "host", host, "a DNS name in lower case, such as petstore.example.org");
    }

    /** An app of which only the name is known. */
    public static AppConfig named(String name, String host) {
        return new AppConfig(name, host, ShiftPlan.standard(), GateSettings.defaults(), Timing.defaults(),
                ThresholdTierPolicy.defaults(), Fleet.defaults(), Environments.defaults(), DriftPolicy.REVERT, false);
    }

    /** What the core wants to know of it. */
    public Policy policy() {
        return new Policy(plan, gates, timing, thresholds, fleet, environments, drift, frozen);
    }

    private static void require(Pattern pattern, String key, String value, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: '%s' (expected: %s)".formatted(key, value, expected));
        }
    }
}
