package dev.lambdaflex.cli.serve;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.provisioner.probe.Locator;
import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.weights.split.Tier;

/** Where tiers are reached in clear text instead of at the names that their records lead to: those of a cloud on this machine. */
final class Reach {

    private static final Pattern ENTRY = Pattern.compile("(lambda|fargate)=([0-9a-zA-Z.-]+):([0-9]{1,5})");

    private final Map<Tier, Endpoint> endpoints;

    private Reach(Map<Tier, Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    /** From {@code lambda=127.0.0.10:9000} and the like. */
    static Reach of(List<String> entries) {
        Map<Tier, Endpoint> endpoints = new EnumMap<>(Tier.class);
        for (String entry : entries) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches()) {
                throw new CommandFailure(ExitCode.USAGE,
                        "--reach: '%s' (expected: such as lambda=127.0.0.10:9000)".formatted(entry));
            }
            Tier tier = matcher.group(1).equals(Tier.LAMBDA.label()) ? Tier.LAMBDA : Tier.FARGATE;
            endpoints.put(tier, new Endpoint(matcher.group(2), Integer.parseInt(matcher.group(3))));
        }
        return new Reach(endpoints);
    }

    Locator.Door door(Tier tier, String target) {
        return endpoint(tier).map(at -> new Locator.Door(at.socketAddress(), false))
                .orElseGet(() -> Locator.TLS.find(tier, target));
    }

    Upstream upstream(Tier tier, String target) {
        return endpoint(tier).map(at -> new Upstream(tier, at.host(), at.port()))
                .orElseGet(() -> dev.lambdaflex.proxy.aws.Locator.TLS.locate(tier, target));
    }

    private Optional<Endpoint> endpoint(Tier tier) {
        return Optional.ofNullable(endpoints.get(tier));
    }
}
