package dev.lambdaflex.simulator.wire.route53;

import java.util.function.Consumer;

import dev.lambdaflex.simulator.model.zone.Route53;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Routes;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Route 53. It is global: callers sign for us-east-1. */
public final class Route53Wire implements WireService {

    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";
    private static final String V = "/2013-04-01/";
    private static final String ZONE = "arn:aws:route53:::hostedzone/{Id}";
    private static final String CHECK = "arn:aws:route53:::healthcheck/{Id}";
    private static final String TAGGED = "arn:aws:route53:::{ResourceType}/{ResourceId}";

    private final Routes routes = new Routes("route53");

    public Route53Wire(Route53 route53) {
        records(new RecordOperations(route53));
        zones(new ZoneOperations(route53));
        checks(new HealthCheckOperations(route53));
        routes.refuse("ListTrafficPolicies", "GET", V + "trafficpolicies")
                .refuse("ListReusableDelegationSets", "GET", V + "delegationset")
                .refuse("ListGeoLocations", "GET", V + "geolocations")
                .refuse("UpdateHostedZoneComment", "POST", V + "hostedzone/{Id}")
                .refuse("GetDNSSEC", "GET", V + "hostedzone/{Id}/dnssec")
                .refuse("UpdateHealthCheck", "POST", V + "healthcheck/{Id}")
                .refuse("ListQueryLoggingConfigs", "GET", V + "queryloggingconfig");
    }

    private void records(RecordOperations records) {
        routes.on("ListResourceRecordSets", "GET", V + "hostedzone/{Id}/rrset", ZONE, records::list)
                .on("ChangeResourceRecordSets", "POST", V + "hostedzone/{Id}/rrset", ZONE, records::change)
                .on("GetChange", "GET", V + "change/{Id}", "arn:aws:route53:::change/{Id}", records::getChange)
                .on("TestDNSAnswer", "GET", V + "testdnsanswer", "*", records::testDnsAnswer);
    }

    private void zones(ZoneOperations zones) {
        routes.on("ListHostedZones", "GET", V + "hostedzone", "*", zones::list)
                .on("CreateHostedZone", "POST", V + "hostedzone", "*", zones::create)
                .on("ListHostedZonesByName", "GET", V + "hostedzonesbyname", "*", zones::listByName)
                .on("GetHostedZoneCount", "GET", V + "hostedzonecount", "*", zones::count)
                .on("GetHostedZone", "GET", V + "hostedzone/{Id}", ZONE, zones::get)
                .on("DeleteHostedZone", "DELETE", V + "hostedzone/{Id}", ZONE, zones::delete)
                .on("ListTagsForResource", "GET", V + "tags/{ResourceType}/{ResourceId}", TAGGED, zones::listTags)
                .on("ChangeTagsForResource", "POST", V + "tags/{ResourceType}/{ResourceId}", TAGGED, zones::changeTags);
    }

    private void checks(HealthCheckOperations checks) {
        routes.on("ListHealthChecks", "GET", V + "healthcheck", "*", checks::list)
                .on("CreateHealthCheck", "POST", V + "healthcheck", "*", checks::create)
                .on("GetHealthCheck", "GET", V + "healthcheck/{Id}", CHECK, checks::get)
                .on("DeleteHealthCheck", "DELETE", V + "healthcheck/{Id}", CHECK, checks::delete)
                .on("GetHealthCheckStatus", "GET", V + "healthcheck/{Id}/status", CHECK, checks::status);
    }

    @Override
    public String signingName() {
        return "route53";
    }

    /** Ids may be written with or without their prefix; ARNs have them without. */
    @Override
    public Called called(WireRequest request) {
        Called called = routes.called(request);
        return new Called(called.operation(), called.resource().replaceFirst(":::(\\w+)//\\w+/", ":::$1/"));
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return routes.answer(request);
    }

    static WireResponse xml(int status, String operation, Consumer<Xml> content) {
        return Answers.xml(status, operation + "Response", NAMESPACE, content);
    }
}
