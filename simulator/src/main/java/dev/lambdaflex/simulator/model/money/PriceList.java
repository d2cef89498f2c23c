package dev.lambdaflex.simulator.model.money;

/**
 * On-demand prices in dollars.
 *
 * @param region       where they hold
 * @param balancerHour an Application Load Balancer without load
 * @param lcuHour      one load balancer capacity unit: 25 new connections a second
 * @param addressHour  a public IPv4 address
 * @param vcpuHour     Fargate, x86
 * @param gigabyteHour Fargate, x86
 * @param zoneMonth    a hosted zone
 */
public record PriceList(String region, double balancerHour, double lcuHour, double addressHour, double vcpuHour,
        double gigabyteHour,
        double zoneMonth) {

    private static final double HOURS_OF_MONTH = 730;

    /** us-east-1 in the middle of 2026. */
    public static PriceList defaults() {
        return new PriceList("us-east-1", 0.0225, 0.008, 0.005, 0.04048, 0.004445, 0.50);
    }

    /** One hour of the hosted zone: what an account pays that serves nobody. */
    public double zoneHour() {
        return zoneMonth / HOURS_OF_MONTH;
    }
}
