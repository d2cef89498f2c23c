package dev.lambdaflex.simulator.model.zone;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;

/** The API of Route 53: every call counts against the account's throttle, whichever zone it is for. */
public final class Route53 {

    private final Doors doors;
    private final HostedZone model;
    private final Map<String, HostedZone> zones = new LinkedHashMap<>();
    private final Map<String, HostedZone> deleted = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    private final HealthChecks checks = new HealthChecks();
    private final AliasDirectory directory;

    /** The API over one zone.
     *
     * @param zone the account's first zone; others that are made behave as it does */
    public Route53(Doors doors, HostedZone zone) {
        this.doors = doors;
        this.model = zone;
        this.directory = zone.directory();
        this.zones.put(zone.id(), zone);
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
        return pass(() -> Stream.concat(zones.values().stream(), deleted.values().stream())
                .map(zone -> zone.getChange(changeId))
                .filter(Reply.Given.class::isInstance)
                .findFirst()
                .orElseGet(() -> Reply
                        .refused(AwsError.of(404, "NoSuchChange", "Could not find resource with ID: " + changeId))));
    }

    /** All zones, oldest first. */
    public Reply<List<ZoneInfo>> listHostedZones() {
        return pass(() -> Reply.given(zones.values().stream().map(HostedZone::info).toList()));
    }

    /** All zones in the order of their names' labels from the right. */
    public Reply<List<ZoneInfo>> listHostedZonesByName() {
        return pass(() -> Reply.given(zones.values()
                .stream()
                .map(HostedZone::info)
                .sorted(Comparator.comparing(ZoneInfo::name, Names.LISTING_ORDER).thenComparing(ZoneInfo::id))
                .toList()));
    }

    public Reply<ZoneInfo> getHostedZone(String zoneId) {
        return inZone(zoneId, zone -> Reply.given(zone.info()));
    }

    /** A new public zone. Its names are answered by TestDNSAnswer, not by the name server of the cloud's own zone. */
    public Reply<CreatedZone> createHostedZone(String name, String callerReference, String comment) {
        return pass(() -> {
            Optional<String> problem = RecordValues.nameProblem(Names.normalise(name));
            if (problem.isPresent()) {
                return Reply.refused("InvalidDomainName", problem.get());
            }
            boolean again = Stream.concat(zones.values().stream(), deleted.values().stream())
                    .anyMatch(zone -> zone.wasMadeBy(callerReference));
            if (again) {
                return Reply.refused(AwsError.of(409, "HostedZoneAlreadyExists",
                        "A hosted zone has already been created with the specified caller reference."));
            }
            HostedZone zone = model.another(name, zones.size() + deleted.size(), callerReference, comment);
            zones.put(zone.id(), zone);
            return Reply.given(new CreatedZone(zone.info(), zone.republish()));
        });
    }

    public Reply<ChangeInfo> deleteHostedZone(String zoneId) {
        return inZone(zoneId, zone -> {
            if (!zone.isEmpty()) {
                return Reply.refused("HostedZoneNotEmpty",
                        "The specified hosted zone contains non-required resource record sets and so cannot be deleted.");
            }
            zones.remove(zone.id());
            deleted.put(zone.id(), zone);
            return Reply.given(zone.republish());
        });
    }

    public Reply<Map<String, String>> listTags(String zoneId) {
        return inZone(zoneId, zone -> Reply.given(Map.copyOf(tags.getOrDefault(zone.id(), Map.of()))));
    }

    public Reply<Map<String, String>> changeTags(String zoneId, Map<String, String> added, Set<String> removed) {
        return inZone(zoneId, zone -> {
            Map<String, String> changed = tags.computeIfAbsent(zone.id(), _ -> new LinkedHashMap<>());
            changed.putAll(added);
            changed.keySet().removeAll(removed);
            return Reply.given(Map.copyOf(changed));
        });
    }

    /** Orders a health check with settings by AWS's names. */
    public Reply<HealthCheck> createHealthCheck(String callerReference, Map<String, String> settings) {
        return pass(() -> checks.create(callerReference, settings));
    }

    public Reply<HealthCheck> getHealthCheck(String id) {
        return pass(() -> checks.get(id));
    }

    public Reply<HealthCheck> deleteHealthCheck(String id) {
        return pass(() -> checks.delete(id));
    }

    public Reply<List<HealthCheck>> listHealthChecks() {
        return pass(() -> Reply.given(checks.all()));
    }

    /** What the checkers find now. */
    public Reply<HealthObservation> healthCheckStatus(String id) {
        return pass(() -> switch (checks.get(id)) {
            case Reply.Refused(AwsError error) -> Reply.refused(error);
            case Reply.Given(HealthCheck check) -> Reply.given(new HealthObservation(isHealthy(check), model.now()));
        });
    }

    private boolean isHealthy(HealthCheck check) {
        return check.target().map(Names::normalise).filter(directory::healthy).isPresent();
    }

    private <T> Reply<T> inZone(String zoneId, Function<HostedZone, Reply<T>> call) {
        return pass(() -> {
            HostedZone zone = zones.get(Names.withoutPrefix("/hostedzone/", zoneId));
            return zone == null
                    ? Reply.refused(AwsError.of(404, "NoSuchHostedZone", "No hosted zone found with ID: " + zoneId))
                    : call.apply(zone);
        });
    }

    private <T> Reply<T> pass(Supplier<Reply<T>> call) {
        return doors.pass(Service.ROUTE_53, call);
    }
}
