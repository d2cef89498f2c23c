package dev.lambdaflex.simulator.wire.route53;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.ChangeInfo;
import dev.lambdaflex.simulator.model.zone.DnsAnswer;
import dev.lambdaflex.simulator.model.zone.ListPage;
import dev.lambdaflex.simulator.model.zone.ListRequest;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.model.zone.Route53;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;
import dev.lambdaflex.simulator.wire.protocol.XmlReader;

/** Record sets, their changes and their answers. */
final class RecordOperations {

    private final Route53 route53;

    RecordOperations(Route53 route53) {
        this.route53 = route53;
    }

    WireResponse list(WireRequest request, PathValues path) {
        Form query = Form.of(request);
        int maxItems = Input.maxItems(query, ListRequest.MOST_ITEMS);
        ListRequest asked = new ListRequest(query.get("name"),
                query.get("type").map(type -> Input.type(type, "startRecordType")),
                query.get("identifier"), maxItems);
        ListPage page = Refusal.given(route53.listResourceRecordSets(path.get("Id"), asked));
        return Route53Wire.xml(200, "ListResourceRecordSets", xml -> {
            xml.list("ResourceRecordSets", "ResourceRecordSet", page.records(), RecordOperations::record);
            xml.text("IsTruncated", page.next().isPresent());
            page.next()
                    .ifPresent(next -> xml.text("NextRecordName", next.startName())
                            .text("NextRecordType", next.startType())
                            .text("NextRecordIdentifier", next.startIdentifier()));
            xml.text("MaxItems", maxItems);
        });
    }

    WireResponse change(WireRequest request, PathValues path) {
        ChangeInfo change = Refusal.given(route53.changeResourceRecordSets(path.get("Id"),
                BatchReader.read(XmlReader.read(request.body()))));
        return Route53Wire.xml(200, "ChangeResourceRecordSets",
                xml -> xml.element("ChangeInfo", it -> info(it, change)));
    }

    WireResponse getChange(WireRequest request, PathValues path) {
        ChangeInfo change = Refusal.given(route53.getChange(path.get("Id")));
        return Route53Wire.xml(200, "GetChange", xml -> xml.element("ChangeInfo", it -> info(it, change)));
    }

    WireResponse testDnsAnswer(WireRequest request, PathValues path) {
        Form query = Form.of(request);
        String zone = Input.required(query.get("hostedzoneid"), "hostedZoneId");
        String name = Input.required(query.get("recordname"), "recordName");
        RecordType type = Input.type(Input.required(query.get("recordtype"), "recordType"), "recordType");
        List<String> servers = Refusal.given(route53.getHostedZone(zone)).nameServers();
        DnsAnswer answer = Refusal.given(route53.testDnsAnswer(zone, name, type));
        if (answer.outcome() == DnsAnswer.Outcome.REFUSED) {
            throw Input.invalid("RecordName %s is not in the hosted zone %s".formatted(name, zone));
        }
        return Route53Wire.xml(200, "TestDNSAnswer", xml -> xml.text("Nameserver", servers.getFirst())
                .text("RecordName", Names.normalise(name))
                .text("RecordType", answer.type())
                .texts("RecordData", "RecordDataEntry", answer.values())
                .text("ResponseCode", responseCode(answer))
                .text("Protocol", "UDP"));
    }

    static void info(Xml xml, ChangeInfo change) {
        Optional<String> comment = Optional.of(change.comment()).filter(text -> !text.isEmpty());
        xml.text("Id", "/change/" + change.id())
                .text("Status", change.status())
                .text("SubmittedAt", Timestamps.iso(change.submitted()))
                .text("Comment", comment);
    }

    private static void record(Xml xml, ResourceRecordSet record) {
        xml.text("Name", record.name()).text("Type", record.type()).text("SetIdentifier", record.setIdentifier());
        record.weight().ifPresent(weight -> xml.text("Weight", weight));
        record.ttl().ifPresent(ttl -> xml.text("TTL", ttl));
        if (record.alias().isPresent()) {
            AliasTarget alias = record.alias().get();
            xml.element("AliasTarget", it -> it.text("HostedZoneId", alias.hostedZoneId())
                    .text("DNSName", alias.dnsName())
                    .text("EvaluateTargetHealth", alias.evaluateTargetHealth()));
        } else {
            xml.list("ResourceRecords", "ResourceRecord", record.values(), (it, value) -> it.text("Value", value));
        }
    }

    private static String responseCode(DnsAnswer answer) {
        return switch (answer.outcome()) {
            case ANSWER, NO_DATA -> "NOERROR";
            case NO_SUCH_NAME -> "NXDOMAIN";
            case REFUSED -> answer.outcome().name().toUpperCase(Locale.ROOT);
        };
    }
}
