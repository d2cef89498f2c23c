package dev.lambdaflex.simulator.wire.route53;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.model.zone.ChangeInfo;
import dev.lambdaflex.simulator.model.zone.CreatedZone;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.model.zone.Route53;
import dev.lambdaflex.simulator.model.zone.ZoneInfo;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Xml;
import dev.lambdaflex.simulator.wire.protocol.XmlNode;
import dev.lambdaflex.simulator.wire.protocol.XmlReader;

/** Hosted zones and their tags. */
final class ZoneOperations {

    private static final int MOST_ITEMS = 100;

    private final Route53 route53;

    ZoneOperations(Route53 route53) {
        this.route53 = route53;
    }

    WireResponse list(WireRequest request, PathValues path) {
        Form query = Form.of(request);
        int maxItems = Input.maxItems(query, MOST_ITEMS);
        List<ZoneInfo> all = Refusal.given(route53.listHostedZones());
        List<ZoneInfo> rest = query.get("marker").map(marker -> from(all, marker)).orElse(all);
        return Route53Wire.xml(200, "ListHostedZones", xml -> {
            xml.list("HostedZones", "HostedZone", rest.stream().limit(maxItems).toList(), ZoneOperations::zone);
            xml.text("Marker", query.get("marker")).text("IsTruncated", rest.size() > maxItems);
            if (rest.size() > maxItems) {
                xml.text("NextMarker", rest.get(maxItems).id());
            }
            xml.text("MaxItems", maxItems);
        });
    }

    WireResponse listByName(WireRequest request, PathValues path) {
        Form query = Form.of(request);
        int maxItems = Input.maxItems(query, MOST_ITEMS);
        Optional<String> name = query.get("dnsname").map(Names::normalise);
        Optional<String> id = query.get("hostedzoneid");
        if (id.isPresent() && name.isEmpty()) {
            throw Input.invalid("The input is not valid: a hosted zone id requires a DNS name.");
        }
        List<ZoneInfo> rest = Refusal.given(route53.listHostedZonesByName())
                .stream()
                .dropWhile(zone -> name.filter(start -> before(zone, start, id)).isPresent())
                .toList();
        return Route53Wire.xml(200, "ListHostedZonesByName", xml -> {
            xml.list("HostedZones", "HostedZone", rest.stream().limit(maxItems).toList(), ZoneOperations::zone);
            xml.text("DNSName", name).text("HostedZoneId", id).text("IsTruncated", rest.size() > maxItems);
            if (rest.size() > maxItems) {
                xml.text("NextDNSName", rest.get(maxItems).name()).text("NextHostedZoneId", rest.get(maxItems).id());
            }
            xml.text("MaxItems", maxItems);
        });
    }

    WireResponse count(WireRequest request, PathValues path) {
        int count = Refusal.given(route53.listHostedZones()).size();
        return Route53Wire.xml(200, "GetHostedZoneCount", xml -> xml.text("HostedZoneCount", count));
    }

    WireResponse get(WireRequest request, PathValues path) {
        ZoneInfo zone = Refusal.given(route53.getHostedZone(path.get("Id")));
        return Route53Wire.xml(200, "GetHostedZone", xml -> xml.element("HostedZone", it -> zone(it, zone))
                .element("DelegationSet", it -> it.texts("NameServers", "NameServer", zone.nameServers())));
    }

    WireResponse create(WireRequest request, PathValues path) {
        XmlNode body = XmlReader.read(request.body());
        if (body.child("VPC").isPresent()) {
            throw Refusal.notPlayed("route53", "private hosted zones");
        }
        CreatedZone created = Refusal.given(route53.createHostedZone(Input.required(body.textOf("Name"), "name"),
                Input.required(body.textOf("CallerReference"), "callerReference"),
                body.child("HostedZoneConfig").flatMap(config -> config.textOf("Comment")).orElse("")));
        ZoneInfo zone = created.zone();
        WireResponse answer = Route53Wire.xml(201, "CreateHostedZone",
                xml -> xml.element("HostedZone", it -> zone(it, zone))
                        .element("ChangeInfo", it -> RecordOperations.info(it, created.change()))
                        .element("DelegationSet", it -> it.texts("NameServers", "NameServer", zone.nameServers())));
        return HealthCheckOperations.located(answer, "hostedzone/" + zone.id());
    }

    WireResponse delete(WireRequest request, PathValues path) {
        ChangeInfo change = Refusal.given(route53.deleteHostedZone(path.get("Id")));
        return Route53Wire.xml(200, "DeleteHostedZone", xml -> xml.element("ChangeInfo",
                it -> RecordOperations.info(it, change)));
    }

    WireResponse listTags(WireRequest request, PathValues path) {
        Map<String, String> tags = new TreeMap<>(Refusal.given(route53.listTags(zoneOf(path))));
        return Route53Wire.xml(200, "ListTagsForResource", xml -> xml.element("ResourceTagSet",
                set -> set.text("ResourceType", path.get("ResourceType"))
                        .text("ResourceId", path.get("ResourceId"))
                        .list("Tags", "Tag", tags.entrySet(), (tag, entry) -> tag.text("Key", entry.getKey())
                                .text("Value", entry.getValue()))));
    }

    WireResponse changeTags(WireRequest request, PathValues path) {
        XmlNode body = XmlReader.read(request.body());
        Map<String, String> added = new LinkedHashMap<>();
        body.child("AddTags")
                .map(tags -> tags.children("Tag"))
                .orElse(List.of())
                .forEach(tag -> added.put(tag.textOf("Key").orElse(""), tag.textOf("Value").orElse("")));
        Set<String> removed = body.child("RemoveTagKeys")
                .map(keys -> keys.children("Key").stream().map(XmlNode::text).collect(Collectors.toSet()))
                .orElse(Set.of());
        Refusal.given(route53.changeTags(zoneOf(path), added, removed));
        return Route53Wire.xml(200, "ChangeTagsForResource", _ -> {});
    }

    private static String zoneOf(PathValues path) {
        return switch (path.get("ResourceType")) {
            case "hostedzone" -> path.get("ResourceId");
            case "healthcheck" -> throw Refusal.notPlayed("route53", "tags of health checks");
            default ->
                throw Input.notOneOf(path.get("ResourceType"), "resourceType", List.of("healthcheck", "hostedzone"));
        };
    }

    private static List<ZoneInfo> from(List<ZoneInfo> all, String marker) {
        return all.stream().dropWhile(zone -> !zone.id().equals(marker)).toList();
    }

    private static boolean before(ZoneInfo zone, String name, Optional<String> id) {
        int order = Names.compare(zone.name(), name);
        return order < 0 || (order == 0 && id.filter(start -> zone.id().compareTo(start) < 0).isPresent());
    }

    private static void zone(Xml xml, ZoneInfo zone) {
        Optional<String> comment = Optional.of(zone.comment()).filter(text -> !text.isEmpty());
        xml.text("Id", "/hostedzone/" + zone.id())
                .text("Name", zone.name())
                .text("CallerReference", zone.callerReference())
                .element("Config", config -> config.text("Comment", comment).text("PrivateZone", false))
                .text("ResourceRecordSetCount", zone.records());
    }
}
