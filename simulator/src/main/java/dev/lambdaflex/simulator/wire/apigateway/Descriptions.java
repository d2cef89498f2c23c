package dev.lambdaflex.simulator.wire.apigateway;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.zone.Names;
import dev.lambdaflex.simulator.wire.acm.Certificate;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** What API Gateway tells of an app's gateway. */
final class Descriptions {

    static final String STAGE = "$default";

    private final Certificate certificate;
    private final String created;

    Descriptions(Certificate certificate, Instant created) {
        this.certificate = certificate;
        this.created = Timestamps.iso(created);
    }

    /** The custom domain name of {@code app}: the name whose records share the traffic. */
    static String host(App app) {
        return Names.withoutDot(app.recordName());
    }

    /** The only thing that LambdaFlex asks: where an alias to this name must lead. */
    ObjectNode domain(App app) {
        ObjectNode domain = Trees.object()
                .put("domainName", host(app))
                .put("domainNameArn", "arn:aws:apigateway:us-east-1::/domainnames/" + host(app))
                .put("apiMappingSelectionExpression", "$request.basepath")
                .put("routingMode", "API_MAPPING_ONLY");
        domain.putObject("tags");
        domain.putArray("domainNameConfigurations")
                .addObject()
                .put("apiGatewayDomainName", app.gateway().dnsName())
                .put("certificateArn", certificate.arn())
                .put("domainNameStatus", "AVAILABLE")
                .put("endpointType", "REGIONAL")
                .put("hostedZoneId", Gateway.HOSTED_ZONE_ID)
                .put("ipAddressType", "ipv4")
                .put("securityPolicy", "TLS_1_2");
        return domain;
    }

    ObjectNode mapping(App app) {
        String api = app.gateway().apiId();
        return Trees.object()
                .put("apiId", api)
                .put("apiMappingId", "m" + api)
                .put("apiMappingKey", "")
                .put("stage", STAGE);
    }

    ObjectNode api(App app) {
        String id = app.gateway().apiId();
        ObjectNode api = Trees.object()
                .put("apiId", id)
                .put("apiEndpoint", "https://" + id + Gateway.DOMAIN)
                .put("name", app.name())
                .put("protocolType", "HTTP")
                .put("routeSelectionExpression", "$request.method $request.path")
                .put("apiKeySelectionExpression", "$request.header.x-api-key")
                .put("disableExecuteApiEndpoint", false)
                .put("ipAddressType", "ipv4")
                .put("createdDate", created);
        api.putObject("tags");
        return api;
    }

    ObjectNode stage(App app) {
        ObjectNode stage = Trees.object()
                .put("stageName", STAGE)
                .put("autoDeploy", true)
                .put("createdDate", created)
                .put("lastUpdatedDate", created);
        stage.putObject("defaultRouteSettings").put("detailedMetricsEnabled", false);
        stage.putObject("routeSettings");
        stage.putObject("stageVariables");
        stage.putObject("tags").put("app", app.name());
        return stage;
    }
}
