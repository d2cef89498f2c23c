package dev.lambdaflex.simulator.model.zone;

/**
 * What an alias record leads to.
 *
 * @param hostedZoneId         the zone of the target, a fixed one for each service and region
 * @param dnsName              the target's own name
 * @param evaluateTargetHealth whether the record is as healthy as its target
 */
public record AliasTarget(String hostedZoneId, String dnsName, boolean evaluateTargetHealth) {

    AliasTarget normalised() {
        return new AliasTarget(hostedZoneId, Names.normalise(dnsName), evaluateTargetHealth);
    }
}
