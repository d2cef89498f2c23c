package dev.lambdaflex.simulator.model.app;

import java.util.regex.Pattern;

import dev.lambdaflex.simulator.model.balancer.BalancerSettings;
import dev.lambdaflex.simulator.model.lambda.LambdaSettings;
import dev.lambdaflex.simulator.model.service.ServiceSettings;

/**
 * One app of the account.
 *
 * @param name     a DNS label: its public name is {@code name.zone}
 * @param lambda   its function
 * @param service  the service of its Fargate tier
 * @param balancer the load balancer of its Fargate tier
 * @param build    how long the tier takes to come and go
 */
public record AppSettings(String name, LambdaSettings lambda, ServiceSettings service, BalancerSettings balancer,
        BuildTimes build) {

    private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]{0,38}[a-z0-9])?");

    public AppSettings {
        if (!LABEL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name: '%s' (expected: at most 40 of a-z, 0-9 and -, a letter first, no - last)".formatted(name));
        }
    }

    /** An app with AWS's own figures. */
    public static AppSettings named(String name) {
        return new AppSettings(name, LambdaSettings.defaults(), ServiceSettings.defaults(), BalancerSettings.defaults(),
                BuildTimes.defaults());
    }

    public AppSettings with(LambdaSettings changed) {
        return new AppSettings(name, changed, service, balancer, build);
    }

    public AppSettings with(ServiceSettings changed) {
        return new AppSettings(name, lambda, changed, balancer, build);
    }

    public AppSettings with(BalancerSettings changed) {
        return new AppSettings(name, lambda, service, changed, build);
    }

    /** All waiting times divided by {@code speed}. */
    public AppSettings shortened(double speed) {
        return new AppSettings(name, lambda.shortened(speed), service.shortened(speed), balancer.shortened(speed),
                build.shortened(speed));
    }
}
