package dev.lambdaflex.simulator.wire.apigateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.acm.Certificate;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Routes;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** API Gateway v2: each app has one HTTP API with the stage {@code $default} behind one custom domain name. */
public final class ApiGatewayWire implements WireService {

    private static final int MOST_ITEMS = 100;
    private static final String V2 = "/v2/";
    private static final String DOMAIN = "arn:aws:apigateway:us-east-1::/domainnames/{DomainName}";
    private static final String API = "arn:aws:apigateway:us-east-1::/apis/{ApiId}";

    private final Cloud cloud;
    private final Descriptions descriptions;
    private final Routes routes = new Routes("apigateway");

    public ApiGatewayWire(Cloud cloud, Certificate certificate, Instant created) {
        this.cloud = cloud;
        this.descriptions = new Descriptions(certificate, created);
        routes.on("GetDomainNames", "GET", V2 + "domainnames", "arn:aws:apigateway:us-east-1::/domainnames",
                this::domains)
                .on("GetDomainName", "GET", V2 + "domainnames/{DomainName}", DOMAIN,
                        (_, path) -> one(descriptions.domain(byDomain(path))))
                .on("GetApiMappings", "GET", V2 + "domainnames/{DomainName}/apimappings", DOMAIN + "/apimappings",
                        (request, path) -> page(request, List.of(descriptions.mapping(byDomain(path)))))
                .on("GetApis", "GET", V2 + "apis", "arn:aws:apigateway:us-east-1::/apis", this::apis)
                .on("GetApi", "GET", V2 + "apis/{ApiId}", API, (_, path) -> one(descriptions.api(byApi(path))))
                .on("GetStages", "GET", V2 + "apis/{ApiId}/stages", API + "/stages", this::stages)
                .on("GetStage", "GET", V2 + "apis/{ApiId}/stages/{StageName}", API + "/stages/{StageName}", this::stage)
                .refuse("CreateDomainName", "POST", V2 + "domainnames")
                .refuse("DeleteDomainName", "DELETE", V2 + "domainnames/{DomainName}")
                .refuse("CreateApiMapping", "POST", V2 + "domainnames/{DomainName}/apimappings")
                .refuse("CreateApi", "POST", V2 + "apis")
                .refuse("DeleteApi", "DELETE", V2 + "apis/{ApiId}")
                .refuse("GetIntegrations", "GET", V2 + "apis/{ApiId}/integrations")
                .refuse("GetRoutes", "GET", V2 + "apis/{ApiId}/routes");
    }

    @Override
    public String signingName() {
        return "apigateway";
    }

    @Override
    public Called called(WireRequest request) {
        return routes.called(request);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return Refusal.behind(cloud.doors(), Service.API_GATEWAY, () -> routes.answer(request));
    }

    private WireResponse domains(WireRequest request, PathValues path) {
        return page(request, cloud.apps().stream().map(descriptions::domain).toList());
    }

    private WireResponse apis(WireRequest request, PathValues path) {
        return page(request, cloud.apps().stream().map(descriptions::api).toList());
    }

    private WireResponse stages(WireRequest request, PathValues path) {
        App app = byApi(path);
        return page(request, List.of(descriptions.stage(app)));
    }

    private WireResponse stage(WireRequest request, PathValues path) {
        App app = byApi(path);
        if (!path.get("StageName").equals(Descriptions.STAGE)) {
            throw Refusal.of(404, "NotFoundException", "Invalid stage identifier specified");
        }
        return one(descriptions.stage(app));
    }

    private App byDomain(PathValues path) {
        return found(
                cloud.apps().stream().filter(app -> Descriptions.host(app).equals(path.get("DomainName"))).findFirst(),
                "Invalid domain name identifier specified");
    }

    private App byApi(PathValues path) {
        return found(cloud.apps().stream().filter(app -> app.gateway().apiId().equals(path.get("ApiId"))).findFirst(),
                "Invalid API identifier specified " + path.get("ApiId"));
    }

    private static App found(Optional<App> app, String otherwise) {
        return app.orElseThrow(() -> Refusal.of(404, "NotFoundException", otherwise));
    }

    private static WireResponse page(WireRequest request, List<ObjectNode> all) {
        Form query = Form.of(request);
        int size = query.get("maxResults")
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .map(Integer::parseInt)
                .orElse(MOST_ITEMS);
        PageToken.Page<ObjectNode> page = PageToken.page(all, query.get("nextToken"), size,
                () -> Refusal.of("BadRequestException", "Invalid nextToken specified"));
        ObjectNode answer = Trees.object();
        answer.putArray("items").addAll(page.items());
        page.next().ifPresent(next -> answer.put("nextToken", next));
        return one(answer);
    }

    private static WireResponse one(ObjectNode answer) {
        return Answers.tree(Protocol.REST_JSON, 200, answer);
    }
}
