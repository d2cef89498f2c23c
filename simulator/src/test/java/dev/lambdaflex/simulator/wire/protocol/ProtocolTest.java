package dev.lambdaflex.simulator.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import io.vertx.core.buffer.Buffer;

class ProtocolTest {

    private static final AwsError ERROR = AwsError.of(404, "NotThere", "no <such> thing");
    private static final WireRequest FORM = request("/",
            Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            "Action=DescribeStacks&Version=2010-05-15");
    private static final WireRequest JSON = request("/",
            Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target",
                    "AmazonEC2ContainerServiceV20141113.ListTasks"),
            "{}");
    private static final WireRequest CBOR = request("/service/GraniteServiceVersion20100801/operation/GetMetricData",
            Map.of("smithy-protocol", "rpc-v2-cbor", "content-type", "application/cbor"), "");
    private static final WireRequest PATH = request("/2013-04-01/hostedzone", Map.of(), "");

    @Test
    void tellsTheProtocolByTheRequest() {
        assertThat(Protocol.of(FORM, "cloudformation")).isEqualTo(Protocol.QUERY);
        assertThat(Protocol.of(FORM, "ec2")).isEqualTo(Protocol.EC2_QUERY);
        assertThat(Protocol.of(JSON, "ecs")).isEqualTo(Protocol.JSON_1_1);
        assertThat(Protocol.of(CBOR, "monitoring")).isEqualTo(Protocol.CBOR);
        assertThat(Protocol.of(PATH, "route53")).isEqualTo(Protocol.REST_XML);
        assertThat(Protocol.of(PATH, "lambda")).isEqualTo(Protocol.REST_JSON);
    }

    @Test
    void tellsTheOperationOfRpcProtocols() {
        assertThat(FORM.operation()).contains("DescribeStacks");
        assertThat(JSON.operation()).contains("ListTasks");
        assertThat(CBOR.operation()).contains("GetMetricData");
        assertThat(PATH.operation()).isEmpty();
    }

    @Test
    void wordsARefusalAsQueryDoes() {
        WireResponse answer = Refusals.answer(FORM, "cloudformation", ERROR);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().toString()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type>"
                + "<Code>NotThere</Code><Message>no &lt;such&gt; thing</Message></Error><RequestId>" + FORM.requestId()
                + "</RequestId></ErrorResponse>");
    }

    @Test
    void wordsARefusalAsEc2Does() {
        assertThat(Refusals.answer(FORM, "ec2", ERROR).body().toString())
                .contains("<Response><Errors><Error><Code>NotThere</Code>", "<RequestID>" + FORM.requestId());
    }

    @Test
    void wordsARefusalAsJsonDoes() {
        WireResponse answer = Refusals.answer(JSON, "ecs", ERROR);
        assertThat(answer.body().toString()).isEqualTo("{\"__type\":\"NotThere\",\"message\":\"no <such> thing\"}");
        assertThat(answer.headers()).containsEntry("x-amzn-errortype", "NotThere")
                .containsEntry("content-type", "application/x-amz-json-1.1");
    }

    @Test
    void wordsARefusalAsCborDoes() {
        WireResponse answer = Refusals.answer(CBOR, "monitoring", ERROR);
        ObjectNode tree = Trees.read(Protocol.CBOR, CBOR.withBody(answer.body()));
        assertThat(tree.get("__type").asText()).isEqualTo("NotThere");
        assertThat(answer.headers()).containsEntry("smithy-protocol", "rpc-v2-cbor")
                .containsEntry("x-amzn-query-error", "NotThere;Sender");
    }

    @Test
    void writesTimesAsSeconds() {
        ObjectNode tree = Trees.object().putPOJO("At", Instant.ofEpochMilli(1_500));
        assertThat(Answers.tree(Protocol.JSON_1_0, 200, tree).body().toString()).isEqualTo("{\"At\":1.5}");
        byte[] cbor = Answers.tree(Protocol.CBOR, 200, tree).body().getBytes();
        assertThat(cbor).as("tag 1 before the number").containsSubsequence((byte) 0xc1, (byte) 0xfb);
        assertThat(Trees.read(Protocol.CBOR, CBOR.withBody(Buffer.buffer(cbor))).get("At").asDouble()).isEqualTo(1.5);
    }

    @Test
    void refusesBodiesThatAreNoTrees() {
        assertThatThrownBy(() -> Trees.read(Protocol.JSON_1_1, JSON.withBody(Buffer.buffer("[1"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Trees.read(Protocol.JSON_1_1, JSON.withBody(Buffer.buffer("[1]"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Trees.read(Protocol.CBOR, CBOR.withBody(Buffer.buffer("{}"))))
                .isInstanceOf(Refusal.class);
        assertThat(Trees.read(Protocol.CBOR, CBOR)).isEmpty();
    }

    @Test
    void namesTheOperationThatIsNotPlayed() {
        assertThatThrownBy(() -> new Operations("cloudformation").answer(FORM))
                .hasMessage("NotImplemented: the cloud does not play cloudformation DescribeStacks");
        assertThatThrownBy(() -> new Routes("route53").answer(PATH))
                .hasMessage("NotImplemented: the cloud does not play route53 GET /2013-04-01/hostedzone");
    }

    @Test
    void findsRoutesByPathAndIgnoresASlashAtTheEnd() {
        Routes routes = new Routes("x").on("Get", "GET", "/v1/things/{Name}/part", "arn:aws:x:::thing/{Name}",
                (_, values) -> new WireResponse(200, Map.of(), Buffer.buffer(values.get("Name"))));
        WireRequest request = request("/v1/things/a%3Ab%2Fc+d/part/", Map.of(), "");
        assertThat(routes.answer(request).body().toString()).isEqualTo("a:b/c+d");
        assertThat(routes.called(request).resource()).isEqualTo("arn:aws:x:::thing/a:b/c+d");
    }

    @Test
    void walksPagesByTokensOfItsOwn() {
        List<Integer> all = List.of(1, 2, 3);
        PageToken.Page<Integer> first = PageToken.page(all, Optional.empty(), 2, () -> Refusal.of("x", "y"));
        assertThat(first.items()).containsExactly(1, 2);
        PageToken.Page<Integer> last = PageToken.page(all, first.next(), 2, () -> Refusal.of("x", "y"));
        assertThat(last.items()).containsExactly(3);
        assertThat(last.next()).isEmpty();
        assertThatThrownBy(() -> PageToken.page(all, Optional.of("2"), 2, () -> Refusal.of("InvalidToken", "y")))
                .hasMessageContaining("InvalidToken");
    }

    @Test
    void readsTimesInEveryFormThatSdksWrite() {
        Instant time = Instant.parse("2026-11-24T09:30:00Z");
        for (String text : List.of("2026-11-24T09:30:00Z", "2026-11-24T09:30:00.000Z",
                "2026-11-24T10:30:00.000000000+01:00",
                "1795512600", "1795512600.0")) {
            assertThat(Timestamps.parse(text)).as(text).contains(time);
        }
        assertThat(Timestamps.parse("soon")).isEmpty();
        assertThat(Timestamps.iso(time)).isEqualTo("2026-11-24T09:30:00.000Z");
    }

    private static WireRequest request(String path, Map<String, String> headers, String body) {
        return new WireRequest(path.equals("/2013-04-01/hostedzone") || path.startsWith("/v1") ? "GET" : "POST", path,
                "", headers,
                Buffer.buffer(body), "us-east-1", "key");
    }
}
