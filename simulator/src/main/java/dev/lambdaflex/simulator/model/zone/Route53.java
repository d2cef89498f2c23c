package dev.lambdaflex.simulator.model.zone;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;

/** The API of Route 53: every call counts against the account's throttle, whichever zone it is for. */
public final class Route53 {

    private final Doors doors;
    private final Map<String, HostedZone> zones = new TreeMap<>();

    public Route53(Doors doors, HostedZone... zones) {
        this.doors = doors;
        for (HostedZone zone : zones) {
            this.zones.put(zone.id(), zone);
        }
    }

    public Reply<ChangeInfo> changeResourceRecordSets(String zoneId, ChangeBatch batch) {
        return inZone(zoneId, zone -> zone.change(batch));
    }

    public Reply<ListPage> listResourceRecordSets(String zoneId, ListRequest request) {
        return inZone(zoneId, zone -> zone.list(request));
    }

    /** One draw, as a resolver would get it. */
    public Reply<DnsAnswer> testDnsAnswer(String zoneId, String name, RecordType type) {
        return inZone(zoneId, zone -> Reply.given(zone.answer(name, type)));
    }

    public Reply<ChangeInfo> getChange(String changeId) {
        return doors.pass(Service.ROUTE_53, () -> zones.values()
                .stream()
                .map(zone -> zone.getChange(changeId))
                .filter(Reply.Given.class::isInstance)
                .findFirst()
                .orElseGet(() -> Reply
                        .refused(AwsError.of(404, "NoSuchChange", "Could not find resource with ID: " + changeId))));
    }

    private <T> Reply<T> inZone(String zoneId, Function<HostedZone, Reply<T>> call) {
        return doors.pass(Service.ROUTE_53, () -> {
            HostedZone zone = zones.get(zoneId.replaceFirst("^/hostedzone/", ""));
            return zone == null
                    ? Reply.refused(AwsError.of(404, "NoSuchHostedZone", "No hosted zone found with ID: " + zoneId))
                    : call.apply(zone);
        });
    }
}
