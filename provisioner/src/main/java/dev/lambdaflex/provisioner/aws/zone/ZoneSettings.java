package dev.lambdaflex.provisioner.aws.zone;

/**
 * Where an app's records are.
 *
 * @param app          the app that owns them
 * @param hostedZoneId the zone's id, without {@code /hostedzone/}
 * @param host         the name whose records share the traffic
 * @param dualStack    whether both tiers also have IPv6, so that each record exists as A and as AAAA
 */
public record ZoneSettings(String app, String hostedZoneId, String host, boolean dualStack) {

    public ZoneSettings {
        if (!hostedZoneId.matches("[A-Z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "hostedZoneId: '%s' (expected: the id of a hosted zone, such as Z0123456789ABCDEFGHIJ)"
                            .formatted(hostedZoneId));
        }
        host = Names.withDot(host);
    }
}
