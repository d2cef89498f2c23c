package dev.lambdaflex.simulator.wire.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.wire.testing.Caller;
import dev.lambdaflex.simulator.wire.testing.WireRig;

/** The look-ups that lead from a public name to its gateway, its certificate and its account. */
class LookUpsTest {

    private final WireRig rig = new WireRig(5);
    private final Caller gateway = rig.caller("apigateway");
    private final Caller certificates = rig.caller("acm");
    private final Caller identity = rig.caller("sts");

    @AfterEach
    void close() {
        gateway.close();
        certificates.close();
        identity.close();
        rig.close();
    }

    @Test
    void leadsFromAPublicNameToItsGateway() throws IOException {
        JsonNode configuration = read(gateway.get("/v2/domainnames/shop.example.test")).path("domainNameConfigurations")
                .get(0);
        assertThat(configuration.path("apiGatewayDomainName").asText())
                .isEqualTo(rig.cloud().shop().gateway().dnsName());
        assertThat(configuration.path("hostedZoneId").asText()).isEqualTo(Gateway.HOSTED_ZONE_ID);
        assertThat(configuration.path("domainNameStatus").asText()).isEqualTo("AVAILABLE");
        assertThat(configuration.path("ipAddressType").asText()).isEqualTo("ipv4");
    }

    @Test
    void leadsFromTheNameToItsApiAndStage() throws IOException {
        String api = read(gateway.get("/v2/domainnames/shop.example.test/apimappings")).path("items")
                .get(0)
                .path("apiId")
                .asText();
        assertThat(read(gateway.get("/v2/apis/" + api)).path("name").asText()).isEqualTo("shop");
        assertThat(read(gateway.get("/v2/apis/" + api + "/stages")).path("items").get(0).path("stageName").asText())
                .isEqualTo("$default");
        assertThat(read(gateway.get("/v2/apis/" + api + "/stages/%24default")).path("autoDeploy").asBoolean()).isTrue();
        assertThat(read(gateway.get("/v2/apis?maxResults=1")).path("items")).hasSize(1);
        assertThat(read(gateway.get("/v2/domainnames")).path("items")).hasSize(1);
    }

    @Test
    void refusesUnknownNamesAndOperations() {
        refused(gateway.get("/v2/domainnames/other.example.test"), 404, "NotFoundException");
        refused(gateway.get("/v2/apis/none"), 404, "NotFoundException");
        refused(gateway.get("/v2/apis?nextToken=x"), 400, "BadRequestException");
        refused(gateway.call("POST", "/v2/apis", "{}", Map.of("content-type", "application/json")), 501,
                "NotImplemented");
    }

    @Test
    void showsOneIssuedCertificateOfTheZone() throws IOException {
        JsonNode summary = read(certificate("ListCertificates", "{}")).path("CertificateSummaryList").get(0);
        assertThat(summary.path("DomainName").asText()).isEqualTo("*.example.test");
        String arn = summary.path("CertificateArn").asText();
        JsonNode detail = read(certificate("DescribeCertificate", "{\"CertificateArn\":\"" + arn + "\"}"))
                .path("Certificate");
        assertThat(detail.path("Status").asText()).isEqualTo("ISSUED");
        assertThat(detail.path("SubjectAlternativeNames")).hasSize(2);
        assertThat(read(certificate("ListCertificates", "{\"CertificateStatuses\":[\"EXPIRED\"]}"))
                .path("CertificateSummaryList"))
                .isEmpty();
        refused(certificate("DescribeCertificate", "{\"CertificateArn\":\"" + arn + "x\"}"), 400,
                "ResourceNotFoundException");
        refused(certificate("DescribeCertificate", "{}"), 400, "ValidationException");
        refused(certificate("RequestCertificate", "{}"), 501, "NotImplemented");
        refused(certificate("ListCertificates", "["), 400, "SerializationException");
    }

    @Test
    void tellsWhoCalls() {
        HttpResponse<String> answer = identity.call("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15",
                Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"));
        assertThat(answer.body()).contains("<Arn>arn:aws:iam::123456789012:user/lambdaflex</Arn>",
                "<Account>123456789012</Account>");
    }

    private HttpResponse<String> certificate(String operation, String body) {
        return certificates.call("POST", "/", body,
                Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target",
                        "CertificateManager." + operation));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains(code);
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
