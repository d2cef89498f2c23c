package dev.lambdaflex.simulator.model.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/** A zone {@code example.test} with two balancers and a gateway to lead to. */
final class ZoneFixture implements AliasDirectory {

    static final String APP = "app.example.test.";
    static final String BALANCER = "alb-1.us-east-1.elb.amazonaws.com.";
    static final String OTHER_BALANCER = "alb-2.us-east-1.elb.amazonaws.com.";
    static final String GATEWAY = "d-1.execute-api.us-east-1.amazonaws.com.";
    private static final String BALANCER_ZONE = "ZALB";
    private static final String GATEWAY_ZONE = "ZAPI";

    final VirtualClock clock = new VirtualClock();
    final Timeline timeline = new Timeline(clock);
    final ZoneSettings settings = ZoneSettings.defaults();
    final HostedZone zone;
    final Route53 route53;
    final Set<String> unhealthy = new HashSet<>();
    final Set<String> gone = new HashSet<>();

    ZoneFixture(long seed) {
        zone = new HostedZone("example.test", settings, timeline, new Streams(seed), this);
        route53 = new Route53(new Doors(timeline, settings.callsPerSecond()), zone);
    }

    static ResourceRecordSet gateway(int weight) {
        return ResourceRecordSet.weightedAlias(APP, RecordType.A, "lambda", weight,
                new AliasTarget(GATEWAY_ZONE, GATEWAY, true));
    }

    static ResourceRecordSet balancer(int weight) {
        return ResourceRecordSet.weightedAlias(APP, RecordType.A, "fargate", weight,
                new AliasTarget(BALANCER_ZONE, BALANCER, true));
    }

    static ResourceRecordSet aliasTo(String hostedZone, String dnsName) {
        return ResourceRecordSet.weightedAlias(APP, RecordType.A, "fargate", 1,
                new AliasTarget(hostedZone, dnsName, true));
    }

    /** Takes the batch and lets it reach all servers. */
    ChangeInfo settled(Change... changes) {
        ChangeInfo change = given(zone.change(ChangeBatch.of(changes)));
        pass(Duration.ofSeconds(61));
        return change;
    }

    AwsError refusal(Change... changes) {
        List<ResourceRecordSet> before = zone.records();
        Reply<ChangeInfo> reply = zone.change(ChangeBatch.of(changes));
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(zone.records()).as("a refused batch changes nothing").isEqualTo(before);
        return ((Reply.Refused<ChangeInfo>) reply).error();
    }

    void pass(Duration time) {
        clock.move(time);
        timeline.advance();
    }

    /** How many of {@code draws} answers lead to {@code target}. */
    int draws(int draws, String target) {
        int count = 0;
        for (int i = 0; i < draws; i++) {
            count += zone.answer(APP, RecordType.A).target().equals(Optional.of(Names.withoutDot(target))) ? 1 : 0;
        }
        return count;
    }

    static <T> T given(Reply<T> reply) {
        return reply.orThrow(error -> new IllegalStateException(error.toString()));
    }

    @Override
    public boolean liesWithin(String hostedZoneId, String dnsName) {
        boolean balancer = hostedZoneId.equals(BALANCER_ZONE) && dnsName.endsWith(".elb.amazonaws.com.");
        boolean gateway = hostedZoneId.equals(GATEWAY_ZONE) && dnsName.contains(".execute-api.");
        return balancer || gateway;
    }

    @Override
    public boolean exists(String dnsName) {
        return Set.of(BALANCER, OTHER_BALANCER, GATEWAY).contains(dnsName) && !gone.contains(dnsName);
    }

    @Override
    public boolean healthy(String dnsName) {
        return exists(dnsName) && !unhealthy.contains(dnsName);
    }

    @Override
    public List<String> addresses(String dnsName) {
        return exists(dnsName) ? List.of("198.51.100.7") : List.of();
    }
}
