package dev.lambdaflex.simulator.plane.gateway;

/**
 * What events tell the function about its API. The stage is {@code $default} and there is no mapping key, so that both tiers
 * see the same path.
 *
 * @param apiId     such as {@code a1b2c3d4e5}
 * @param accountId twelve digits
 */
public record HttpApi(String apiId, String accountId) {

    static final String STAGE = "$default";
    static final String ROUTE = "$default";
}
