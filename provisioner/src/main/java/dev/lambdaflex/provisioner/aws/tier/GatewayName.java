package dev.lambdaflex.provisioner.aws.tier;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.zone.Names;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ApiMapping;
import software.amazon.awssdk.services.apigatewayv2.model.DomainNameConfiguration;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** The custom domain of API Gateway that leads to an app's function. */
public final class GatewayName {

    private static final String ACTION = "apigateway:GET";

    private final ApiGatewayV2Client apiGateway;
    private final String host;
    private volatile Optional<Stage> stage = Optional.empty();

    public GatewayName(ApiGatewayV2Client apiGateway, String host) {
        this.apiGateway = apiGateway;
        this.host = Names.withoutDot(host);
    }

    /** The stage behind the domain, as the metrics name it. */
    public record Stage(String apiId, String name) {}

    /** Where the record leads: never the {@code execute-api} name, which does not know the domain. */
    record Regional(String target, String hostedZoneId, String status, boolean dualStack) {}

    Regional regional() {
        DomainNameConfiguration configuration = asked(
                () -> apiGateway.getDomainName(request -> request.domainName(host)))
                .domainNameConfigurations()
                .stream()
                .findFirst()
                .orElseThrow(
                        () -> new CloudException("%s: the domain %s has no regional name".formatted(ACTION, host)));
        return new Regional(Names.withoutDot(configuration.apiGatewayDomainName()), configuration.hostedZoneId(),
                configuration.domainNameStatusAsString(), "dualstack".equals(configuration.ipAddressTypeAsString()));
    }

    /** Asked once: another mapping is another API, and then the app is set up anew. */
    public Stage stage() {
        Stage known = stage.orElseGet(this::askedStage);
        stage = Optional.of(known);
        return known;
    }

    private Stage askedStage() {
        List<ApiMapping> mappings = asked(() -> apiGateway.getApiMappings(request -> request.domainName(host))).items();
        return mappings.stream()
                .filter(mapping -> mapping.apiMappingKey() == null || mapping.apiMappingKey().isEmpty())
                .findFirst()
                .map(mapping -> new Stage(mapping.apiId(), mapping.stage()))
                .orElseThrow(() -> new CloudException(
                        "%s: no API is mapped to the root of the domain %s (expected: one mapping with an empty key)"
                                .formatted(ACTION, host)));
    }

    private <T> T asked(java.util.function.Supplier<T> call) {
        return Refusal.worded(ACTION, () -> {
            try {
                return call.get();
            } catch (NotFoundException e) {
                throw new CloudException("%s: API Gateway has no custom domain %s in %s (is the region right?)"
                        .formatted(ACTION, host, apiGateway.serviceClientConfiguration().region()), e);
            }
        });
    }
}
