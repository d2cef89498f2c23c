package dev.lambdaflex.simulator.model.money;

/**
 * What an hour of an app costs while nobody asks it anything, in dollars. Lambda and API Gateway cost nothing then.
 *
 * @param balancer  its load balancer
 * @param addresses public addresses of balancer and tasks
 * @param tasks     its tasks
 */
public record HourlyCost(double balancer, double addresses, double tasks) {

    /** A balancer has an address in each of two zones. */
    private static final int BALANCER_ADDRESSES = 2;

    public static HourlyCost of(PriceList prices, int balancers, int tasks, double vcpus, double gigabytes) {
        double task = vcpus * prices.vcpuHour() + gigabytes * prices.gigabyteHour();
        int addresses = balancers * BALANCER_ADDRESSES + tasks;
        return new HourlyCost(balancers * prices.balancerHour(), addresses * prices.addressHour(), tasks * task);
    }

    public double total() {
        return balancer + addresses + tasks;
    }
}
